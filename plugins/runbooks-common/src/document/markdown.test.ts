import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { compileRunbook } from './index';

const entity = (markdown: string, spec = {}): Entity => ({
  apiVersion: 'ghostlight.dev/v1',
  kind: 'Runbook',
  metadata: { name: 'tried' },
  spec: { markdown, ...spec },
});

const whole = `---
service: payments
inputs:
  - name: pods
    type: integer
---
# Payments answers **5xx**

Mostly it is a [release](https://example.com).

\`\`\`mermaid
graph TD
\`\`\`

## Look

1. Open the \`dashboard\`

   See since when.
2. Check these
   - [ ] all regions
   - [x] one region
3. Restart
   \`\`\`action kubernetes:scale id=more timeout=5m retry=2 backoff=5s
   replicas: \${{ inputs.pods }}
   \`\`\`

- [ ] Tell the channel
- just a remark

## Decide

Is it everywhere?

\`\`\`decision id=where timeout=5m
- Everywhere
- Just here
\`\`\`

\`\`\`approval timeout=5m when=where:everywhere|just-here title="Fail over"
May it fail over?
\`\`\`
\`\`\`wait 30s
\`\`\`
\`\`\`verify
within: 5m
\`\`\`
`;

describe('a Markdown runbook', () => {
  it('has phases, steps and fields', () => {
    const { spec, findings } = compileRunbook(entity(whole));
    expect(findings).toEqual([]);
    expect(spec).toMatchObject({
      form: 'markdown',
      title: 'Payments answers 5xx',
      description: 'Mostly it is a [release](https://example.com).',
      serviceRefs: ['component:default/payments'],
      markdown: whole,
    });
    expect(spec?.phases).toEqual([
      {
        id: 'look',
        title: 'Look',
        steps: [
          expect.objectContaining({
            kind: 'manual',
            title: 'Open the dashboard',
            text: 'See since when.',
          }),
          expect.objectContaining({
            kind: 'manual',
            title: 'Check these',
            checklist: ['all regions', 'one region'],
          }),
          {
            kind: 'action',
            id: 'more',
            title: 'Restart',
            action: 'kubernetes:scale',
            input: { replicas: '${{ inputs.pods }}' },
            timeoutSeconds: 300,
            retry: { attempts: 2, backoffSeconds: 5 },
          },
          expect.objectContaining({ title: 'Tell the channel' }),
        ],
      },
      {
        id: 'decide',
        title: 'Decide',
        steps: [
          expect.objectContaining({
            kind: 'decision',
            title: 'Is it everywhere?',
            choices: [
              { id: 'everywhere', title: 'Everywhere' },
              { id: 'just-here', title: 'Just here' },
            ],
          }),
          expect.objectContaining({
            kind: 'approval',
            title: 'Fail over',
            text: 'May it fail over?',
            when: { step: 'where', in: ['everywhere', 'just-here'] },
          }),
          expect.objectContaining({ kind: 'wait', seconds: 30 }),
          expect.objectContaining({ kind: 'verify' }),
        ],
      },
    ]);
  });

  it('needs no more than text', () => {
    const { spec, findings } = compileRunbook(
      entity('# By hand\n\nRead it.\n\n1. Look\n2. Look again\n'),
    );
    expect(findings).toEqual([]);
    expect(spec).toMatchObject({
      title: 'By hand',
      phases: [
        { title: 'Steps', steps: [{ id: 'look' }, { id: 'look-again' }] },
      ],
    });
    expect(compileRunbook(entity('Just a thought')).spec?.phases).toEqual([]);
  });

  it('says what is wrong by line', () => {
    const broken = whole
      .replace('service: payments', 'severity: high')
      .replace('inputs.pods }}', 'inputs.nobody }}')
      .replace('within: 5m', 'within: 5m\nbogus: 1')
      .replace('```wait 30s', '```wait 30s loud=yes');
    const first = compileRunbook(entity(broken));
    expect(first.spec).toBeUndefined();
    const lineOf = (text: string) =>
      broken.split('\n').findIndex(line => line.includes(text)) + 1;
    expect(first.findings.map(({ path, line }) => [path, line])).toEqual([
      ['spec.phases[1].steps[2]', lineOf('loud=yes')],
      ['spec.severity', lineOf('severity')],
      ['spec.phases[1].steps[3].verify.bogus', lineOf('bogus')],
    ]);
    const second = compileRunbook(
      entity(whole.replace('inputs.pods }}', 'inputs.nobody }}')),
    );
    expect(second.findings).toEqual([
      expect.objectContaining({
        code: 'unknown-name',
        line: lineOf('inputs.nobody'),
      }),
    ]);
  });

  it('is text only where steps are written as fields, and yields to the entity', () => {
    const { spec, findings } = compileRunbook(
      entity(whole, { steps: [{ wait: '5s' }], service: 'search' }),
    );
    expect(spec?.phases).toMatchObject([{ steps: [{ kind: 'wait' }] }]);
    expect(spec?.serviceRefs).toEqual(['component:default/search']);
    expect(findings).toEqual([
      expect.objectContaining({ code: 'given-twice', path: 'spec.service' }),
    ]);
  });
});

describe('hostile Markdown', () => {
  const pieces = [
    '# ',
    '## a\n',
    '- ',
    '- [ ] a\n',
    '1. a\n',
    '> ',
    '```action a:b\n',
    '```\n',
    '~~~\n',
    '---\n',
    '```decision\n',
    '    ',
    '\t',
    '\n',
    '\n\n',
    '<div>',
    '<!--',
    '<![CDATA[',
    '|a|b|\n|-|-|\n',
    '[a]: b\n',
    '[',
    '](',
    '![',
    '**',
    '`',
    '\0',
    '\r',
    'a: &a [*a]\n',
    '${{ inputs.a }}',
    'constructor',
    '__proto__: 1\n',
    'id=a',
    'when=',
    'timeout=5m ',
    '="',
    'x',
    ' ',
  ];

  it('never throws, and is the same each time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), {
          maxLength: 60,
        }),
        parts => {
          const text = parts.join('');
          const compiled = compileRunbook(entity(text));
          expect(compileRunbook(entity(text))).toEqual(compiled);
          const failed = compiled.findings.some(
            ({ severity }) => severity === 'error',
          );
          expect(failed).toBe(compiled.spec === undefined);
          expect(compiled.findings.length).toBeLessThanOrEqual(100);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(pieces.map(piece => [JSON.stringify(piece), piece]))(
    'does not grow with %s over and over',
    (_name, piece) => {
      const compiled = compileRunbook(
        entity(piece.repeat(Math.ceil(65_000 / piece.length)).slice(0, 65_000)),
      );
      const steps = compiled.spec?.phases.flatMap(phase => phase.steps) ?? [];
      expect(steps.length).toBeLessThanOrEqual(100);
      expect(JSON.stringify(compiled.spec ?? '').length).toBeLessThan(400_000);
    },
  );

  it('is refused when it is a megabyte, or nested beyond reading', () => {
    for (const text of [
      'a\n'.repeat(500_000),
      `${'> '.repeat(30_000)}a`,
      `${'- '.repeat(30_000)}a`,
      Array.from({ length: 300 }, (_, i) => `${' '.repeat(i * 2)}- a`).join(
        '\n',
      ),
    ]) {
      const { spec, findings } = compileRunbook(entity(text));
      expect(spec).toBeUndefined();
      expect(findings[0].code).toMatch(/^too-/);
    }
  });
});
