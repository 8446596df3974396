/**
 * Shows that a stock portal can adopt the packages: packs them, makes a portal of the same Backstage
 * version with @backstage/create-app, adds what README.md tells adopters to add, starts it, and looks
 * for the SLO tab in a browser.
 *
 *   ./ghostlight adopt DIR
 */
import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { parse, stringify } from 'yaml';
import {
  findProgram,
  freePort,
  installPrograms,
  root,
  run,
  say,
} from './process';

const createAppVersion = '0.9.2';

type Json = Record<string, any>;
const readJson = (path: string): Json => JSON.parse(readFileSync(path, 'utf8'));
const writeJson = (path: string, value: Json) =>
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);

async function must(step: string, code: Promise<number>) {
  if ((await code) !== 0) throw new Error(`${step} failed`);
}

/** Packs every public plugin and answers tarball paths by package name. */
async function pack(folder: string): Promise<Record<string, string>> {
  mkdirSync(folder, { recursive: true });
  await must('tsc', run('yarn', ['tsc']));
  await must('build', run('yarn', ['build']));
  const packed: Record<string, string> = {};
  for (const name of readdirSync(join(root, 'plugins'))) {
    const manifest = readJson(join(root, 'plugins', name, 'package.json'));
    const tarball = join(folder, `${name}.tgz`);
    await must(
      `pack ${manifest.name}`,
      run('yarn', ['workspace', manifest.name, 'pack', '--out', tarball]),
    );
    packed[manifest.name] = tarball;
  }
  return packed;
}

async function createPortal(portal: string) {
  const tools = join(root, '.ghostlight/tools/create-app');
  await must(
    'installing create-app',
    run('npm', [
      'install',
      '--prefix',
      tools,
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--loglevel=error',
      `@backstage/create-app@${createAppVersion}`,
    ]),
  );
  const create = spawn(
    'node',
    [
      join(
        tools,
        'node_modules/@backstage/create-app/bin/backstage-create-app',
      ),
      '--skip-install',
      '--path',
      portal,
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  create.stdin?.end('adopter\n');
  await must(
    'create-app',
    new Promise(done => create.once('exit', code => done(code ?? 1))),
  );
}

/** What README.md tells an adopter to do, and nothing more but the pins this machine's registry needs. */
function adopt(portal: string, packed: Record<string, string>, port: number) {
  const ours = readJson(join(root, 'package.json'));
  const manifest = readJson(join(portal, 'package.json'));
  manifest.resolutions = {
    ...ours.resolutions,
    ...manifest.resolutions,
    ...Object.fromEntries(
      Object.entries(packed).map(([name, path]) => [name, `file:${path}`]),
    ),
  };
  manifest.dependenciesMeta = ours.dependenciesMeta;
  writeJson(join(portal, 'package.json'), manifest);

  const added = { app: ['@ghostlight/plugin-slo'], backend: backendPackages };
  for (const [name, packages] of Object.entries(added)) {
    const path = join(portal, 'packages', name, 'package.json');
    const workspace = readJson(path);
    for (const dependency of packages)
      workspace.dependencies[dependency] = `file:${packed[dependency]}`;
    writeJson(path, workspace);
  }

  const index = join(portal, 'packages/backend/src/index.ts');
  const lines = backendPackages
    .map(name => `backend.add(import('${name}'));`)
    .join('\n');
  writeFileSync(
    index,
    readFileSync(index, 'utf8').replace(
      'backend.start();',
      `${lines}\n\nbackend.start();`,
    ),
  );

  const config = parse(readFileSync(join(portal, 'app-config.yaml'), 'utf8'));
  config.backend.baseUrl = `http://localhost:${port}`;
  config.backend.listen = { port, host: '127.0.0.1' };
  config.app.baseUrl = `http://localhost:${port}`;
  config.backend.cors.origin = config.app.baseUrl;
  config.auth.providers.guest = { dangerouslyAllowOutsideDevelopment: true };
  config.catalog.rules[0].allow.push('SLO');
  delete config.integrations;
  config.catalog.locations.push({
    type: 'file',
    target: '../../examples/slo.yaml',
  });
  writeFileSync(join(portal, 'app-config.yaml'), stringify(config));
  cpSync(join(__dirname, 'adopt-slo.yaml'), join(portal, 'examples/slo.yaml'));
}

const backendPackages = [
  '@ghostlight/plugin-slo-backend',
  '@ghostlight/plugin-slo-backend-module-prometheus',
  '@ghostlight/plugin-catalog-backend-module-ghostlight',
];

async function lookForTab(url: string, picture: string) {
  const browser = await chromium.launch({
    executablePath: findProgram('chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${url}/catalog/default/component/example-website/slo`);
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByText('example-website').first().waitFor();
    await page
      .getByText('Example availability')
      .first()
      .waitFor({ timeout: 120_000 });
    await page.screenshot({ path: picture, fullPage: true });
  } finally {
    await browser.close();
  }
}

async function until(url: string, seconds: number) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise(done => setTimeout(done, 500));
  }
  throw new Error(`${url} did not answer within ${seconds} s`);
}

async function main() {
  const target = process.argv[2];
  if (!target)
    throw new Error('Say where to make the portal: ./ghostlight adopt DIR');
  const folder = resolve(target);
  const portal = join(folder, 'portal');
  if (existsSync(portal))
    throw new Error(`${portal} exists already; name an empty folder`);
  const missing = installPrograms(['chromium']);
  if (missing.length)
    throw new Error(`Chromium is needed: ${missing[0].reason}`);

  say('packing');
  const packed = await pack(join(folder, 'packages'));
  say('making a stock portal');
  await createPortal(portal);
  const port = await freePort();
  adopt(portal, packed, port);
  say('installing it');
  const env = { ...process.env, GITHUB_TOKEN: '', NODE_ENV: 'development' };
  await must(
    'yarn install',
    run('yarn', ['install', '--no-immutable'], {
      cwd: portal,
      env: { ...env, CI: '', YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' },
    }),
  );
  await must('tsc', run('yarn', ['tsc'], { cwd: portal, env }));
  await must(
    'building its app',
    run('yarn', ['workspace', 'app', 'build'], { cwd: portal, env }),
  );
  say('starting it');
  let server: ChildProcess | undefined;
  try {
    server = spawn('yarn', ['workspace', 'backend', 'start'], {
      cwd: portal,
      env,
      stdio: 'inherit',
      detached: true,
    });
    await until(`http://localhost:${port}/.backstage/health/v1/readiness`, 180);
    const picture = join(folder, 'slo-tab.png');
    await lookForTab(`http://localhost:${port}`, picture);
    say(`the SLO tab shows: ${picture}`);
  } finally {
    if (server?.pid) process.kill(-server.pid, 'SIGTERM');
  }
}

main().catch(error => {
  console.error(`adopt: ${error.message}`);
  process.exit(1);
});
