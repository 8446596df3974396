import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const plugins = resolve(__dirname, '../..');
const texts = (language: string) =>
  readFileSync(
    join(plugins, 'delivery/src/translation', language, 'said.ts'),
    'utf8',
  );

/** Codes of the texts of a language, without what tells several wordings apart. */
function known(language: string): Set<string> {
  const keys = texts(language).matchAll(/'said\.([^'+]+)(?:\+[^']*)?':/g);
  return new Set([...keys].map(([, code]) => code));
}

/** Source files of the backend and of the modules that add drivers and checks to it. */
function sources(): string[] {
  return readdirSync(plugins)
    .filter(name => /^delivery-backend(-module-.*)?$/.test(name))
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

/** Codes that a file may say; `*` stands for what is known when it runs. */
function codesIn(text: string, families: ReadonlySet<string>): string[] {
  if (!/\bsay\(|\bcode:|Sentence\b/.test(text)) return [];
  const literals = text.matchAll(
    /(?<!(?:get\w*|has)\(\s*)(['`])([a-z][\w-]*(?:\.(?:[\w-]|\$\{[^}]*\})+)+)\1/g,
  );
  return [...literals]
    .map(([, , code]) => code.replace(/\$\{[^}]*\}/g, '*'))
    .filter(code => families.has(code.split('.')[0]));
}

const english = known('en');
const families = new Set([...english].map(code => code.split('.')[0]));

it.each(['en', 'es'])(
  'every code that is said has a text in language %s',
  language => {
    const there = [...known(language)];
    const missing = sources().flatMap(path =>
      codesIn(readFileSync(path, 'utf8'), families)
        .filter(code => {
          const form = code.replace(/[.]/g, '\\.').replace(/\*/g, '[\\w-]+');
          return !there.some(one => new RegExp(`^${form}$`).test(one));
        })
        .map(code => `${code} (${relative(plugins, path)})`),
    );
    expect(missing).toEqual([]);
  },
);

it('the texts of both languages have the same codes', () => {
  expect([...known('es')].sort()).toEqual([...english].sort());
});
