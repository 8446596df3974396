import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const plugins = resolve(__dirname, '../../..');

/** Codes of the texts of a language, without what tells several wordings and the forms of a plural apart. */
function known(language: string): Set<string> {
  const folder = join(plugins, 'incidents/src/translation', language);
  const texts = ['saidTriage.ts', 'saidUnavailable.ts']
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const keys = texts.matchAll(/'said\.([^'+]+)(?:\+[^']*)?':/g);
  return new Set(
    [...keys].map(([, code]) => code.replace(/_(one|many|other)$/, '')),
  );
}

/** Source files that may say something about a triage. */
function sources(): string[] {
  return readdirSync(plugins)
    .filter(name => /^incidents-backend(-module-.*)?$/.test(name))
    .flatMap(name =>
      readdirSync(join(plugins, name, 'src'), {
        recursive: true,
        withFileTypes: true,
      }),
    )
    .filter(entry => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter(path => !/__testUtils__|generated/.test(path));
}

const CODE = /(['`])((?:triage\.)?[a-z][\w-]*\.(?:[\w-]|\$\{[^}]*\})+)\1/g;
/** What `said()` of the ranking puts `triage.` before. */
const SHORT = /^(summary|cause|factor|missing|evidence|ranker)\./;

/**
 * Codes that a file may say; `*` stands for what is known when it runs. Where the file has a table of the
 * texts, each of them is meant.
 */
function codesIn(text: string, isRanking: boolean): string[] {
  if (!/\b(say|said)\(|\bcode:/.test(text)) return [];
  const [, table = ''] = /^const texts = \{$([^]*?)^\}/m.exec(text) ?? [];
  const reasons = [...table.matchAll(/^ {2}'?([\w-]+)'?:/gm)].map(
    ([, reason]) => reason,
  );
  return [...text.matchAll(CODE)]
    .map(([, , code]) => code.replace(/\$\{[^}]*\}/g, '*'))
    .filter(code =>
      isRanking
        ? SHORT.test(code.replace(/^triage\./, ''))
        : code.split('.').length > 2,
    )
    .filter(code => isRanking || code.startsWith('triage.'))
    .map(code => (code.startsWith('triage.') ? code : `triage.${code}`))
    .flatMap(code =>
      code.endsWith('.*') && reasons.length > 0
        ? reasons.map(reason => code.replace('*', reason))
        : [code],
    );
}

it.each(['en', 'es'])(
  'every code that a triage says has a text in language %s',
  language => {
    const there = [...known(language)];
    const said = sources().flatMap(path =>
      codesIn(
        readFileSync(path, 'utf8'),
        /triage.(ranking|learned)/.test(path),
      ).map(code => ({ code, path: relative(plugins, path) })),
    );
    const missing = said
      .filter(({ code }) => {
        const form = code.replace(/[.]/g, '\\.').replace(/\*/g, '[\\w-]+');
        return !there.some(one => new RegExp(`^${form}$`).test(one));
      })
      .map(({ code, path }) => `${code} (${path})`);
    expect(missing).toEqual([]);
    // The search itself works.
    expect(said.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'triage.summary.probable',
        'triage.unavailable.no-key',
        'triage.dropped.unknown-record',
        'triage.missing.failed',
      ]),
    );
  },
);

it('the texts of both languages have the same codes', () => {
  expect([...known('es')].sort()).toEqual([...known('en')].sort());
});
