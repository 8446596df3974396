import fc from 'fast-check';
import { stringify } from 'yaml';
import { checkDocument, parseDocuments } from './index';

const service = (name: string) =>
  `apiVersion: openslo/v1\nkind: Service\nmetadata: { name: ${name} }\nspec: {}\n`;

describe('reading a file', () => {
  it('passes over other entities and lets no bad document hide the others', () => {
    const text = [
      'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: a }\n',
      service('one'),
      'apiVersion: openslo/v1\nkind: SLO\n  metadata: { name: [\n',
      'apiVersion: openslo/v1\nkind: SLO\nmetadata:\n  name: two\nspec:\n  service: 7\n',
      service('three'),
      'kind: SLI\nmetadata: { name: four }\nspec: {}\n',
      'apiVersion: ghostlight.dev/v1\nkind: Runbook\nmetadata: { name: r }\n',
    ].join('---\n');
    const documents = parseDocuments(text, { file: 'slo.yaml' });
    expect(
      documents.map(({ index, line, document, findings }) => ({
        index,
        line,
        name: document?.metadata.name,
        errors: findings.map(({ path, line: at }) => `${at} ${path}`),
      })),
    ).toEqual([
      { index: 1, line: 5, name: 'one', errors: [] },
      {
        index: 2,
        line: 9,
        errors: expect.arrayContaining([expect.stringMatching(/^1[012] $/)]),
      },
      {
        index: 3,
        line: 14,
        errors: expect.arrayContaining([
          '19 spec.service',
          '19 spec.objectives',
        ]),
      },
      { index: 4, line: 21, name: 'three', errors: [] },
      { index: 5, line: 26, errors: ['26 apiVersion'] },
    ]);
    expect(documents.every(({ file }) => file === 'slo.yaml')).toBe(true);
  });

  it('reads lists of documents, JSON, directives and a byte-order mark', () => {
    const names = (text: string) =>
      parseDocuments(text).map(({ document }) => document?.metadata.name);
    const json = JSON.stringify({
      apiVersion: 'openslo/v1',
      kind: 'Service',
      metadata: { name: 'json' },
      spec: {},
    });
    expect(names(`[${json}, ${json.replace('json', 'second')}]`)).toEqual([
      'json',
      'second',
    ]);
    expect(names(`\uFEFF%YAML 1.2\n---\r\n${service('one')}...\n`)).toEqual([
      'one',
    ]);
    expect(names('')).toEqual([]);
  });

  it('passes over an entity that is larger than it would read', () => {
    const api = `kind: API\nspec: { definition: ${'x'.repeat(300_000)} }\n`;
    expect(
      parseDocuments(`${api}---\n${service('one')}`).map(({ index }) => index),
    ).toEqual([1]);
  });

  it('tells the author of another version of OpenSLO', () => {
    const [{ findings }] = parseDocuments(
      service('old').replace('openslo/v1', 'openslo/v1alpha'),
    );
    expect(findings).toEqual([
      expect.objectContaining({
        path: 'apiVersion',
        found: 'openslo/v1alpha',
        allowed: 'openslo/v1',
      }),
    ]);
  });
});

describe('hostile input', () => {
  const letters = 'bcdefghij'.split('');
  const bomb = letters.map((letter, i) => {
    const before = `*${'abcdefghij'[i]}`;
    return `${letter}: &${letter} [${Array(9).fill(before).join(',')}]`;
  });
  const inputs: [string, string][] = [
    ['open brackets', `kind: ${'['.repeat(60_000)}`],
    ['closed brackets', `kind: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['nested mappings', '{a: '.repeat(15_000)],
    ['nested lists', '- '.repeat(30_000)],
    ['nested keys', '? '.repeat(30_000)],
    ['forty-one levels', `a: ${'['.repeat(60)}${']'.repeat(60)}`],
    ['a billion laughs', ['a: &a [x,x,x,x,x,x,x,x,x]', ...bomb].join('\n')],
    ['many quotes', '"'.repeat(60_000)],
    ['a duplicate key', 'kind: SLO\nkind: SLO\n'],
    ['a key that is a list', '[a]: b\n'],
    ['a huge document', `kind: SLO\na: ${'x'.repeat(300_000)}`],
    ['a huge file', 'x'.repeat(1_100_000)],
    ['thousands of documents', '---\na: 1\n'.repeat(3_000)],
    ['an unknown anchor', 'a: *b\n'],
  ];

  it.each(inputs)('%s is refused in one finding or few', (_, text) => {
    const documents = parseDocuments(text);
    expect(documents).toHaveLength(1);
    const [{ document, findings }] = documents;
    expect(document).toBeUndefined();
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.length).toBeLessThanOrEqual(10);
    expect(JSON.stringify(findings).length).toBeLessThan(5_000);
  });

  it('many keys are read in one pass', () => {
    const keys = Array.from({ length: 12_000 }, (_, i) => `k${i}: 1`);
    expect(parseDocuments(keys.join('\n'))).toEqual([]);
    const [{ findings }] = parseDocuments(
      ['apiVersion: openslo/v1', 'kind: Service', ...keys].join('\n'),
    );
    expect(findings).toEqual([expect.objectContaining({ code: 'too-large' })]);
  });

  it('keys that reach a prototype are left out', () => {
    const [{ document, findings }] = parseDocuments(
      `${service('one')}__proto__: { polluted: true }\nconstructor: 1\n`,
    );
    expect(findings.map(({ path }) => path)).toEqual([
      '__proto__',
      'constructor',
    ]);
    expect(document).toEqual({
      apiVersion: 'openslo/v1',
      kind: 'Service',
      metadata: { name: 'one' },
      spec: {},
    });
    expect({}).not.toHaveProperty('polluted');
    expect(
      checkDocument({ apiVersion: 'openslo/v1', kind: 'constructor' }).document,
    ).toBeUndefined();
  });

  it('what is no character is replaced, and no whole one is', () => {
    const { document } = checkDocument({
      apiVersion: 'openslo/v1',
      kind: 'DataSource',
      metadata: { name: 'x', displayName: 'a\u0000b\ud83dc😀' },
      spec: { type: 'push' },
    });
    expect(document?.metadata.displayName).toBe('a\ufffdb\ufffdc😀');
  });

  it('a value that holds itself is too deep', () => {
    const loop: Record<string, unknown> = { kind: 'SLO' };
    loop.spec = loop;
    expect(checkDocument(loop).findings).toEqual([
      expect.objectContaining({ code: 'too-deep' }),
    ]);
  });

  it('no text and no value makes it throw', () => {
    const kinds = fc.constantFrom('SLO', 'SLI', 'AlertPolicy', 'DataSource');
    const document = fc.record({
      apiVersion: fc.constantFrom('openslo/v1', 'ghostlight.dev/v1'),
      kind: kinds,
      metadata: fc.anything(),
      spec: fc.oneof(
        fc.anything(),
        fc.dictionary(
          fc.constantFrom('objectives', 'timeWindow', 'indicator', 'service'),
          fc.anything(),
        ),
      ),
    });
    fc.assert(
      fc.property(fc.oneof(document, fc.anything()), value => {
        const { findings } = checkDocument(value);
        expect(Array.isArray(findings)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        parseDocuments(text);
        parseDocuments(`${service('one')}${text}`);
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        parseDocuments(stringify({ apiVersion: 'openslo/v1', kind: value }));
      }),
    );
  });
});
