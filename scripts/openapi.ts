/**
 * Makes the types, the endpoint map's document and the client's types from every
 * plugins/*-backend/src/schema/openapi.yaml, and docs/schemas from what documents are checked with.
 * With --check it only says whether they are up to date.
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';
import { triageCaseJsonSchema } from '../plugins/incidents-common/src/triage/triageCaseJsonSchema';
import { documentSchemas } from '../plugins/runbooks-common/src/document/schema/documentSchemas';
import { root, run } from './process';

const banner = '// Made from openapi.yaml by `yarn openapi`. Do not edit.\n';

/** Marks what is exported as public, and says in TSDoc what is said in JSDoc. */
function asApi(types: string): string {
  return types
    .replace(/^export /gm, '/** @public */\nexport ')
    .replace(/@description /g, '')
    .replace(/@default /g, 'Default: ')
    .replace(/^\s*\*\s*@(enum|constant).*\n/gm, '')
    .replace(/\/\*\* @(enum|constant)[^*]*\*\/\n\s*/g, '');
}

async function generated(plugin: string): Promise<Record<string, string>> {
  const source = join(root, 'plugins', plugin, 'src/schema/openapi.yaml');
  const document = parse(readFileSync(source, 'utf8'));
  const types = asApi(
    astToString(await openapiTS(document, { alphabetize: true })),
  );
  const common = plugin.replace(/-backend$/, '-common');
  return {
    [join(
      root,
      'plugins',
      common,
      'src/generated/openapi.ts',
    )]: `${banner}\n${types}`,
    [join(
      root,
      'plugins',
      plugin,
      'src/generated/document.ts',
    )]: `${banner}\nexport const document = ${JSON.stringify(
      document,
      null,
      2,
    )} as const;\n`,
  };
}

/** JSON Schemas of the documents that people write, for their editors. */
function schemaFiles(): Record<string, string> {
  const files = Object.entries({
    ...documentSchemas(),
    TriageCase: triageCaseJsonSchema(),
  }).map(([kind, schema]) => {
    const name = kind.replace(/(?<!^)(?=[A-Z])/g, '-').toLowerCase();
    return [
      join(root, 'docs/schemas', `${name}.json`),
      `${JSON.stringify(schema, null, 2)}\n`,
    ];
  });
  return Object.fromEntries(files);
}

async function main() {
  const check = process.argv.includes('--check');
  const stale: string[] = [];
  const write = (files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) {
      if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
      stale.push(relative(root, path));
      if (!check) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
    }
  };
  for (const plugin of readdirSync(join(root, 'plugins'))) {
    if (!existsSync(join(root, 'plugins', plugin, 'src/schema/openapi.yaml')))
      continue;
    if (check) {
      const cwd = join(root, 'plugins', plugin);
      const validate = 'package schema openapi validate'.split(' ');
      if (await run('yarn', ['backstage-repo-tools', ...validate], { cwd }))
        process.exitCode = 1;
    }
    write(await generated(plugin));
  }
  write(schemaFiles());
  if (!stale.length) console.log('openapi: up to date');
  else
    console.log(
      `openapi: ${check ? 'out of date' : 'wrote'} ${stale.join(', ')}`,
    );
  if (check && stale.length) {
    console.error('Run `yarn openapi` and commit the result.');
    process.exitCode = 1;
  }
}

main();
