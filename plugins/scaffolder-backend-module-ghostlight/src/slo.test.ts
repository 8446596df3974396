import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { parseDocuments } from '@ghostlight/plugin-slo-common';
import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import {
  availabilityOf,
  component,
  latencyOf,
  objective,
  query,
  testWorld,
} from './__testUtils__/world';
import { runAction, tempWorkspace, textOf } from './__testUtils__/runAction';
import { createSloWriteAction } from './actions/createSloWriteAction';
import { isPlainText } from './texts/isPlainText';

const isBlank = (text: string) => text === '';

const availability = {
  entityRef: 'component:default/payments',
  type: 'availability',
  targetPercent: 99.9,
};

async function write(
  input: JsonObject,
  world = testWorld({ objectives: [availabilityOf('ledger')] }),
  workspace?: string,
) {
  const path = workspace ?? (await tempWorkspace());
  const outputs = await runAction(createSloWriteAction(world), input, path);
  return { outputs, path, text: await textOf(path, String(outputs.file)) };
}

describe('an SLO', () => {
  it('is written as its like is measured, explained, checked and the same each time', async () => {
    const first = await write(availability);
    expect(first.text).toMatchInlineSnapshot(`
      "# An objective of component:default/payments, owned by group:default/payments, part of system:default/ordering.
      # It depends on component:default/ledger: what is promised there limits what it can promise.
      apiVersion: openslo/v1
      kind: SLO
      metadata:
        name: payments-availability
        displayName: Payments availability
      spec:
        # What is measured. Its owners own this objective.
        service: payments
        # How it is measured: the queries of slo:default/ledger-availability, turned from component:default/ledger to this entity.
        indicator:
          metadata:
            name: payments-availability-sli
          spec:
            ratioMetric:
              counter: true
              good:
                metricSource:
                  type: Prometheus
                  spec:
                    query: sum(http_requests_total{service="payments",code!~"5.."})
              total:
                metricSource:
                  type: Prometheus
                  spec:
                    query: sum(http_requests_total{service="payments"})
        # Over which the budget is counted: always the last so many days.
        timeWindow:
          - duration: 30d
            isRolling: true
        # Events are counted. Timeslices counts minutes that are good instead.
        budgetingMethod: Occurrences
        # The share of events that must be good. The rest is the error budget.
        objectives:
          - targetPercent: 99.9
      "
    `);
    expect(first.outputs).toMatchObject({
      file: 'slo.yaml',
      ref: 'slo:default/payments-availability',
      measuredBy: 'sibling',
      content: first.text,
      preview: `\`slo.yaml\`\n\n\`\`\`yaml\n${first.text}\`\`\`\n`,
      findings: [],
    });
    expect((await write(availability)).text).toBe(first.text);
  });

  it.each<[string, JsonObject, object, string]>([
    [
      'the entity itself',
      { type: 'latency' },
      { good: /service="payments",le="0.3"/ },
      'objective',
    ],
    [
      'another limit',
      { type: 'latency', threshold: 0.5 },
      { good: /service="payments",le="0.5"/ },
      'objective',
    ],
    [
      'a chosen objective of another entity',
      { like: 'slo:default/ledger-availability' },
      { total: /service="payments"/ },
      'sibling',
    ],
    [
      'queries',
      {
        queries: { bad: 'sum(failed{a="b"})', total: 'sum(all{a="b"})' },
        source: 'default',
      },
      { bad: /failed/ },
      'given',
    ],
    ['counts of a job', { type: 'push' }, {}, 'push'],
  ])('is measured by %s', async (_name, more, queries, measuredBy) => {
    const world = testWorld({
      objectives: [availabilityOf('ledger'), latencyOf('payments')],
    });
    const { text, outputs } = await write({ ...availability, ...more }, world);
    expect(outputs).toMatchObject({ measuredBy, findings: [] });
    const { ratioMetric } = parse(text).spec.indicator.spec;
    for (const [name, pattern] of Object.entries(queries)) {
      expect(ratioMetric[name].metricSource.spec.query).toMatch(pattern);
    }
  });

  it.each<[string, JsonObject, RegExp]>([
    [
      'values that are compared',
      {
        queries: { value: 'avg(up{a="b"})' },
        threshold: 3,
        type: 'throughput',
      },
      /op: gte\n\s+value: 3/,
    ],
    ['a rate', { type: 'throughput', threshold: 5 }, /rate\(/],
    [
      'the calendar',
      { window: '1M', timeZone: 'Europe/Madrid' },
      /startTime: "2024-01-01 00:00:00"\n\s+timeZone: Europe\/Madrid/,
    ],
    [
      'a policy of the catalog',
      { policy: 'conservative' },
      /ghostlight\.dev\/error-budget-policy: conservative/,
    ],
  ])('may have %s', async (_name, more, pattern) => {
    const { text, outputs } = await write({ ...availability, ...more });
    expect(text).toMatch(pattern);
    expect(outputs.findings).toEqual([]);
  });

  it('of a quantile keeps how its like compares', async () => {
    const spec = {
      thresholdMetric: query(
        'histogram_quantile(0.99, sum by (le) (rate(h_bucket{service="ledger"}[5m])))',
      ),
    };
    const world = testWorld({
      objectives: [
        objective('ledger-p99', {
          service: 'ledger',
          spec,
          objective: { op: 'lte', value: 0.2 },
        }),
      ],
    });
    const { text } = await write({ ...availability, type: 'latency' }, world);
    expect(parse(text).spec.objectives).toEqual([
      { op: 'lte', value: 0.2, targetPercent: 99.9 },
    ]);
  });

  it('without any metrics is measured as is usual, and says so', async () => {
    const entities = [
      component('payments', {
        relations: [],
        metadata: {
          annotations: { 'ghostlight.dev/metrics-selector': '{app="pay"}' },
        },
      }),
    ];
    const world = testWorld({ entities });
    world.slo.listObjectives.mockRejectedValue(new Error('slo is away'));
    const { text, outputs } = await write(availability, world);
    expect(outputs.measuredBy).toBe('convention');
    expect(text).toContain('without an owner in the catalog');
    expect(text).toContain('No metrics of this entity were found');
    expect(text).toContain(
      'query: sum(http_request_duration_seconds_count{app="pay",code!~"5.."})',
    );
  });

  it('is not promised more than its dependencies do, without a word', async () => {
    const world = testWorld({ objectives: [availabilityOf('ledger', 0.99)] });
    const { outputs } = await write(availability, world);
    expect(outputs.findings).toEqual([
      expect.stringMatching(/dependencies promise 99 %.*allowed: at most 99 %/),
    ]);
    expect(outputs.preview).toMatch(/\n\n- spec\.objectives/);
  });
});

describe('an SLO is refused, and nothing written, for', () => {
  const entityRef = 'component:default/payments';
  it.each<[string, JsonObject, RegExp]>([
    ['an unknown entity', { entityRef: 'component:default/no' }, /no entity/],
    ['no entity ref', { entityRef: '::' }, /allowed: a name/],
    [
      'a target beyond reach',
      { targetPercent: 100 },
      /spec\.objectives\[0\].*allowed/,
    ],
    ['a target below', { targetPercent: -1 }, /spec\.objectives\[0\]/],
    ['a window', { window: '1y' }, /timeWindow\[0\]\.duration.*allowed/],
    [
      'a time zone',
      { window: '1M', timeZone: 'Mars' },
      /calendar\.timeZone.*IANA/,
    ],
    [
      'half of a ratio',
      { queries: { good: 'sum(a{b="c"})' } },
      /ratioMetric.*good and total/,
    ],
    [
      'a query that is none',
      { queries: { good: 'sum(', total: 'sum(a{b="c"})' } },
      /good\.metricSource\.spec\.query/,
    ],
    ['a policy that is not there', { policy: 'nobody' }, /error-budget-policy/],
    [
      'an objective that is not there',
      { like: 'slo:default/x' },
      /No objective/,
    ],
    ['a throughput of nothing', { type: 'throughput' }, /threshold/],
    ['a field that is not known', { bogus: 1 }, /bogus/],
    ['a name with folders', { name: '../x' }, /^name: up to 63 letters/],
    ['a title of two lines', { title: 'a\nkind: Group' }, /^title: one line/],
    ['half a character', { description: 'a\ud800' }, /^description/],
    ['a file above', { file: '../slo.yaml' }, /^file: not the path/],
    ['an absolute file', { file: '/etc/slo.yaml' }, /^file/],
    ['a hidden file', { file: '.github/workflows/a.yaml' }, /^file/],
    ['a file of another kind', { file: 'run.sh' }, /^file/],
    ['a folder above', { targetPath: '../..' }, /not allowed|outside/],
  ])('%s', async (_name, more, message) => {
    const path = await tempWorkspace();
    const input = { ...availability, entityRef, ...more };
    await expect(
      runAction(createSloWriteAction(testWorld()), input, path),
    ).rejects.toThrow(message);
    expect(existsSync(join(path, 'slo.yaml'))).toBe(false);
  });

  it('a folder that leads out of the workspace', async () => {
    const [path, outside] = [await tempWorkspace(), await tempWorkspace()];
    await symlink(outside, join(path, 'deploy'));
    await expect(
      write({ ...availability, file: 'deploy/slo.yaml' }, undefined, path),
    ).rejects.toThrow();
    expect(existsSync(join(outside, 'slo.yaml'))).toBe(false);
  });
});

describe('a file that is there', () => {
  const there =
    '# Ours, by hand\nkind:   SLO # broken\napiVersion: openslo/v1\n';

  it('is never overwritten', async () => {
    const path = await tempWorkspace();
    await writeFile(join(path, 'slo.yaml'), there);
    await expect(write(availability, undefined, path)).rejects.toThrow(
      /slo\.yaml is there already.*ifExists: append/,
    );
    expect(await textOf(path, 'slo.yaml')).toBe(there);
  });

  it('gets a further document when asked to, from the repository into the changes', async () => {
    const path = await tempWorkspace();
    await mkdir(join(path, 'repository'));
    await writeFile(join(path, 'repository/slo.yaml'), there);
    const input = {
      ...availability,
      existingPath: 'repository',
      targetPath: 'changes',
      ifExists: 'append',
    };
    await runAction(createSloWriteAction(testWorld()), input, path);
    const text = await textOf(path, 'changes/slo.yaml');
    expect(text.startsWith(`${there}---\n`)).toBe(true);
    expect(await textOf(path, 'repository/slo.yaml')).toBe(there);
    expect(parseDocuments(text)[1].document?.metadata.name).toBe(
      'payments-availability',
    );
    // A second time it would be the same document twice.
    await expect(
      runAction(createSloWriteAction(testWorld()), input, path),
    ).rejects.toThrow(/metadata\.name: The document is there already/);
  });
});

it('whatever titles and descriptions say, they are read back to the letter', async () => {
  const hostile = fc.constantFrom(
    '"',
    "'",
    ': ',
    ' #',
    '\n---\n',
    '...',
    '- ',
    '!!js/function',
    '&a *a',
    '{{',
    '${{ secrets.x }}',
    '%YAML 9',
    '`',
    '```',
    'yes',
    '~',
    '0x1f',
    '2001-01-01',
    '\u2028',
    '\u0085',
    '\t',
    '|',
    '>',
    '? ',
    '@',
  );
  const text = (max: number) =>
    fc
      .array(fc.oneof(hostile, fc.string({ unit: 'grapheme' })), {
        maxLength: 8,
      })
      .map(parts => parts.join(''))
      .filter(value => value.length <= max);
  const path = await tempWorkspace();
  let count = 0;
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(text(200), text(1_000), async (title, description) => {
      const file = `a${count++}.yaml`;
      const input = { ...availability, file, title, description };
      const action = createSloWriteAction(testWorld());
      const refusal = await runAction(action, input, path).then(
        () => undefined,
        String,
      );
      // Only what no line may have is refused.
      const isPlain =
        isPlainText(title.trim()) &&
        isPlainText(description.trim(), { lines: true }) &&
        isBlank(title) === isBlank(title.trim()) &&
        isBlank(description) === isBlank(description.trim());
      expect([
        refusal === undefined,
        /(title|description): /.test(`${refusal}`),
      ]).toEqual([isPlain, !isPlain]);
      if (!isPlain) return;
      accepted += 1;
      const documents = parseAllDocuments(await textOf(path, file));
      expect(documents).toHaveLength(1);
      const value = documents[0].toJS();
      expect(value.metadata.displayName).toBe(
        title === '' ? 'Payments availability' : title.trim(),
      );
      expect(value.spec.description).toBe(
        description === '' ? undefined : description.trim(),
      );
      expect(Object.keys(value)).toEqual([
        'apiVersion',
        'kind',
        'metadata',
        'spec',
      ]);
    }),
    { numRuns: 150 },
  );
  expect(accepted).toBeGreaterThan(30);
});
