import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commandLine } from './__testUtils__/commandLine';

const examples = resolve(
  __dirname,
  '../../../plugins/runbooks-common/examples',
);
const { run, file, folder, remove } = commandLine();

beforeAll(() => cpSync(examples, folder, { recursive: true }));
afterAll(remove);

const entity = (kind: string, name: string, spec: string) =>
  `apiVersion: ghostlight.dev/v1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec:\n${spec}`;

describe('runbook check', () => {
  it('finds nothing in the worked examples, Markdown among them', async () => {
    const { code, out, err } = await run(
      'runbook',
      'check',
      'payments-5xx.yaml',
      'search-is-slow.yaml',
      'experiments.yaml',
      'policies.yaml',
    );
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '',
      err: '19 documents: 0 errors, 0 warnings\n',
    });
    const alone = await run('runbook', 'check', 'search-is-slow.md');
    expect(alone).toEqual({
      code: 0,
      out: '',
      err: '1 document: 0 errors, 0 warnings\n',
    });
  });

  it('says where it is wrong, in YAML, a block of Markdown and a file of its own', async () => {
    const markdown = '# Look\n\n```wait soon\n```\n';
    file('slow.md', markdown);
    const name = file(
      'broken.yaml',
      [
        'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: a }\n',
        entity(
          'Runbook',
          'one',
          '  severity: high\n  steps:\n    - wait: 5s\n',
        ),
        entity(
          'Runbook',
          'two',
          '  markdown: |\n    # Look\n\n    ```wait soon\n    ```\n',
        ),
        entity('Runbook', 'three', '  markdown:\n    $text: ./slow.md\n'),
        entity('Runbook', 'four', '  markdown:\n    $text: ./none.md\n'),
        entity('RemediationPolicy', 'five', '  do: [{ runbook: a }]\n'),
        entity('RemediationPolicy', 'five', '  do: [\n'),
      ].join('---\n'),
    );
    const { code, out, err } = await run('runbook', 'check', name);
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toEqual([
      'broken.yaml:9: error spec.severity: Not a value this field takes. (found high; allowed sev1 | sev2 | sev3 | sev4)',
      expect.stringMatching(
        /^broken.yaml:20: error spec.phases\[0\].steps\[0\].wait: .*found soon/,
      ),
      expect.stringMatching(
        /^slow.md:3: error spec.phases\[0\].steps\[0\].wait: .*found soon/,
      ),
      expect.stringMatching(
        /^broken.yaml:35: error spec.markdown.\$text: .*no such file.* \(found \.\/none\.md;/,
      ),
      expect.stringMatching(/^broken.yaml:41: error spec.triggers: /),
      expect.stringMatching(/^broken.yaml:4\d: error: /),
    ]);
    expect(err).toBe('6 documents: 6 errors, 0 warnings\n');
  });

  it('answers in JSON, and takes no document twice', async () => {
    const text = entity('Runbook', 'one', '  steps: [{ wait: 5s }]\n');
    const one = file('one.yaml', text);
    const two = file('two.yaml', `\n---\n${text}`);
    const { code, out } = await run('runbook', 'check', '--json', one, two);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      ok: false,
      documents: ['runbook:default/one', 'runbook:default/one'],
      findings: [
        {
          severity: 'error',
          code: 'duplicate-document',
          path: 'metadata.name',
          message: 'The document is there already, at one.yaml:1.',
          found: 'runbook:default/one',
          allowed: 'a name of its own',
          file: 'two.yaml',
          line: 3,
        },
      ],
    });
  });

  it.each([
    ['a file that is not there', ['none.yaml'], 'no such file'],
    ['a file without such documents', ['empty.yaml'], 'No runbook'],
    ['no file', [], 'missing required argument'],
  ])('cannot use %s', async (_name, files, message) => {
    file('empty.yaml', 'kind: Component\n');
    const { code, err } = await run('runbook', 'check', ...files);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('does not read what is far away', async () => {
    const far = `../../../${join('etc', 'passwd')}`;
    const name = file(
      'far.yaml',
      entity('Runbook', 'far', `  markdown:\n    $text: ${far}\n`),
    );
    const { out } = await run('runbook', 'check', name);
    expect(out).toContain('is not looked at');
    expect(out).not.toContain('root');
  });
});
