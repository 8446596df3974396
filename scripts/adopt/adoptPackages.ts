import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, stringify } from 'yaml';
import { root } from '../process';
import { changeManifest, readManifest } from './manifest';
import type { Packed } from './pack';
import { readInstructions, type Instructions } from './readInstructions';

/** What its service gains. */
const documents = ['slo', 'runbook'];

/** Changes a stock portal as README.md tells, and adds what only a try on this machine needs. */
export function adoptPackages(options: {
  portal: string;
  packed: Packed[];
  port: number;
  /** What the samples are pushed with. */
  token: string;
}) {
  const { portal, packed, port, token } = options;
  const instructions = readInstructions();
  addPackages(portal, instructions, packed);
  addOptionalModules(portal, packed);
  addToBackend(portal, instructions);
  addToConfig(portal, instructions);
  resolvePackages(portal, packed);
  addLocalConfig(portal, port, token);
}

function addPackages(
  portal: string,
  { packages }: Instructions,
  packed: Packed[],
) {
  const versions = new Map(
    packed.map(({ manifest }) => [manifest.name, `^${manifest.version}`]),
  );
  for (const [workspace, names] of Object.entries(packages)) {
    changeManifest(join(portal, workspace, 'package.json'), manifest => {
      const dependencies = { ...manifest.dependencies };
      for (const name of names) {
        const version = versions.get(name);
        if (!version) throw new Error(`${name} is not a public package.`);
        dependencies[name] = version;
      }
      return { ...manifest, dependencies };
    });
  }
}

/** Modules that README.md leaves to those who need them: installed, so that they can be loaded, and no more. */
function addOptionalModules(portal: string, packed: Packed[]) {
  changeManifest(join(portal, 'packages/backend/package.json'), manifest => ({
    ...manifest,
    dependencies: {
      ...Object.fromEntries(
        packed
          .map(({ manifest: ours }) => ours)
          .filter(({ backstage }) => backstage?.role?.endsWith('-module'))
          .map(({ name, version }) => [name, `^${version}`]),
      ),
      ...manifest.dependencies,
    },
  }));
}

function addToBackend(portal: string, { backend }: Instructions) {
  const path = join(portal, 'packages/backend/src/index.ts');
  const stock = readFileSync(path, 'utf8');
  const start = 'backend.start();';
  if (!stock.includes(start)) throw new Error(`No "${start}" in ${path}.`);
  writeFileSync(
    path,
    stock.replace(start, () => `${backend}\n${start}`),
  );
}

function addToConfig(portal: string, { config }: Instructions) {
  const path = join(portal, 'app-config.yaml');
  const stock = parseDocument(readFileSync(path, 'utf8'));
  // Not `slo`: this portal has no Prometheus, its objective is pushed.
  stock.setIn(['catalog', 'rules'], config.catalog.rules);
  for (const name of documents)
    stock.addIn(['catalog', 'locations'], {
      type: 'file',
      target: `../../examples/${name}.yaml`,
    });
  writeFileSync(
    path,
    stock.toString({ lineWidth: 0, flowCollectionPadding: false }),
  );
  for (const name of documents)
    cpSync(
      join(root, `scripts/adopt-${name}.yaml`),
      join(portal, `examples/${name}.yaml`),
    );
}

/** The packages are not published yet, and the registry may lack platform builds that we pin too. */
function resolvePackages(portal: string, packed: Packed[]) {
  const ours = readManifest(join(root, 'package.json'));
  changeManifest(join(portal, 'package.json'), manifest => ({
    ...manifest,
    dependenciesMeta: ours.dependenciesMeta,
    resolutions: {
      ...ours.resolutions,
      ...manifest.resolutions,
      ...Object.fromEntries(
        packed.map(each => [each.manifest.name, `file:${each.tarball}`]),
      ),
    },
  }));
}

/** One port for front end and backend, and a token for the script that pushes. */
function addLocalConfig(portal: string, port: number, token: string) {
  const baseUrl = `http://localhost:${port}`;
  const local = {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { port, host: '127.0.0.1' },
      cors: { origin: baseUrl },
      // Loopback has no TLS.
      csp: { 'upgrade-insecure-requests': false },
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'adopt' } },
        ],
      },
    },
  };
  writeFileSync(join(portal, 'app-config.local.yaml'), stringify(local));
}
