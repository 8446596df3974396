import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const plugins = resolve(__dirname, '../..');

/** Codes of the texts of a language, without what tells wordings and plurals of one apart. */
function known(language: string): Set<string> {
  const folder = join(plugins, 'runbooks/src/translation', language);
  return new Set(
    readdirSync(folder)
      .filter(name => /^said.*\.ts$/.test(name))
      .flatMap(name => [
        ...readFileSync(join(folder, name), 'utf8').matchAll(
          /'said\.([^'+_]+)(?:\+[^'_]*)?(?:_\w+)?':/g,
        ),
      ])
      // A colon parts the name of a set of texts from its key, so keys have a slash.
      .map(([, code]) => code.replace(/\//g, ':')),
  );
}

const english = known('en');
const families = new Set([...english].map(code => code.split('.')[0]));

/** Source files of what the API answers from, with what a module puts before its codes. */
function sources(): { path: string; prefix: string }[] {
  return readdirSync(plugins)
    .filter(name => /^runbooks-(backend(-module-.*)?|common)$/.test(name))
    .flatMap(name => {
      const [, module] = /^runbooks-backend-module-(.*)/.exec(name) ?? [];
      const prefix = module ? `action.${module}.` : '';
      return readdirSync(join(plugins, name, 'src'), {
        recursive: true,
        withFileTypes: true,
      })
        .filter(entry => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name))
        .map(entry => join(entry.parentPath, entry.name))
        .filter(path => !/__testUtils__|generated|\bvalues\b/.test(path))
        .map(path => ({ path, prefix }));
    });
}

const LITERAL = /(['`])((?:[\w.:-]|\$\{[^}]*\})+)\1/g;
/** Until the first comma: the code, or a choice of codes. */
const SAYING = /\b(?:say|because|advice|refuse|Refusal\.of)\(\s*([^,]*),/g;
/** What `because` and `advice` put before a code, where they stand. */
const BEFORE = /say\(`([\w.-]+\.)\$\{code\}`/;
const DOTTED =
  /(?<!(?:get\w*|has)\(\s*)(['`])([a-z][\w-]*(?:\.(?:[\w-]|\$\{[^}]*\})+)+)\1/g;

/** A code as it is written; `*` stands for what is known when it runs. */
const written = (code: string) => code.replace(/\$\{[^}]*\}/g, '*');

/** Codes that a file may say. */
function codesIn(text: string, prefix: string): string[] {
  if (!/\b(?:say|Sentence|Refusal)\b/.test(text)) return [];
  const [, before = ''] = BEFORE.exec(text) ?? [];
  const said = [...text.matchAll(SAYING)]
    .flatMap(([, first]) => [...first.matchAll(LITERAL)])
    .map(([, , code]) => written(code))
    .filter(code => code !== '*')
    .map(code =>
      families.has(code.split('.')[0]) && code.includes('.')
        ? code
        : `${prefix || before}${code}`,
    )
    .filter(code => code.includes('.'));
  const dotted = [...text.matchAll(DOTTED)]
    .map(([, , code]) => written(code))
    // `runbooks.` begins the names of settings too.
    .filter(code => !prefix && families.has(code.split('.')[0]))
    .filter(code => !/^runbooks\.(?!matched)/.test(code));
  return [...new Set([...said, ...dotted])];
}

/** What every vendor's module may say, by what its actions are made with. */
function codesOfVendor(path: string, prefix: string): string[] {
  return /\/say\.ts$/.test(path) && prefix
    ? [`${prefix}refused`, `${prefix}impossible`]
    : [];
}

/** What an action is called and what it does. */
function namesOfActions(text: string): string[] {
  const ids = text.matchAll(
    /\bid(?::| =)\s*(['`])([a-z-]+:(?:[a-z-]|\$\{\w+\})+)\1/g,
  );
  return [...ids].flatMap(([, , id]) => [
    `action.${written(id)}.title`,
    `action.${written(id)}.description`,
  ]);
}

it.each(['en', 'es'])(
  'every code that is said has a text in language %s',
  language => {
    const there = [...known(language)];
    const wanted = sources().flatMap(({ path, prefix }) => {
      const text = readFileSync(path, 'utf8');
      return [
        ...codesIn(text, prefix),
        ...codesOfVendor(path, /sentencesOf/.test(text) ? prefix : ''),
        ...namesOfActions(text),
      ].map(code => ({ code, path: relative(plugins, path) }));
    });
    expect(wanted.length).toBeGreaterThan(200);
    const missing = wanted.filter(({ code }) => {
      const form = code.replace(/[.]/g, '\\.').replace(/\*/g, '[\\w:-]+');
      return !there.some(one => new RegExp(`^${form}$`).test(one));
    });
    expect(missing).toEqual([]);
  },
);

it('the texts of both languages have the same codes', () => {
  expect([...known('es')].sort()).toEqual([...english].sort());
});
