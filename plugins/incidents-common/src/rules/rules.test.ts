import fc from 'fast-check';
import type { Matcher } from '../api';
import { defaultIncidentRules, matches, parseIncidentRules } from '.';

const head = 'apiVersion: ghostlight.dev/v1\nkind: IncidentRules\n';

function findingsOf(yaml: string) {
  const parsed = parseIncidentRules(yaml);
  return 'findings' in parsed ? parsed.findings : [];
}

describe('Rules of incidents', () => {
  it('are the defaults where the document says nothing', () => {
    expect(parseIncidentRules(`${head}spec: {}\n`)).toEqual({
      rules: defaultIncidentRules,
    });
  });

  it('take all that a document says, durations in milliseconds', () => {
    const parsed = parseIncidentRules(`${head}metadata:
  name: ours
spec:
  mapping:
    - name: by app
      match: [{label: app, value: '*', mode: glob}]
      entityRef: component:default/{app}
  suppress:
    flapping: {transitions: 6, within: 15m}
    symptoms: false
    rules:
      - {name: lab, match: [{label: env, value: lab}], reason: Nobody minds}
  correlate:
    window: 10m
    idle: 1h
    distance: 2
    threshold: 0.6
    weights: {text: 0}
    changes: 1d
    rules:
      - {name: one cluster, match: [{label: name, value: NodeDown}], sameLabels: [cluster]}
  incidents:
    resolveAfter: false
    reopenWithin: 90s
    rules:
      - {name: all, severity: SEV1, severities: [critical], afterAlerts: 2, title: '{name} at {entity}'}
`);
    expect(parsed).toEqual({
      rules: {
        mapping: [
          {
            name: 'by app',
            match: [{ label: 'app', value: '*', mode: 'glob' }],
            entityRef: 'component:default/{app}',
          },
        ],
        suppress: {
          flapping: { transitions: 6, withinMs: 900_000, quietMs: 900_000 },
          symptoms: false,
          rules: [
            {
              name: 'lab',
              match: [{ label: 'env', value: 'lab', mode: 'equals' }],
              reason: 'Nobody minds',
            },
          ],
        },
        correlate: {
          windowMs: 600_000,
          idleMs: 3_600_000,
          distance: 2,
          threshold: 0.6,
          weights: { ...defaultIncidentRules.correlate.weights, text: 0 },
          changeMs: 86_400_000,
          rules: [
            {
              name: 'one cluster',
              match: [{ label: 'name', value: 'NodeDown', mode: 'equals' }],
              sameLabels: ['cluster'],
              windowMs: 600_000,
            },
          ],
        },
        incidents: {
          resolveAfterMs: undefined,
          reopenWithinMs: 90_000,
          rules: [
            {
              name: 'all',
              match: [],
              severity: 'SEV1',
              severities: ['critical'],
              afterAlerts: 2,
              title: '{name} at {entity}',
            },
          ],
        },
      },
    });
  });

  it.each([
    {
      wrong: 'a duration without a unit',
      yaml: `${head}spec:\n  correlate:\n    window: 5\n`,
      found: {
        field: 'spec.correlate.window',
        line: 5,
        message: 'This is not a duration.',
        fix: 'Write a whole number and s, m, h or d, such as 5m.',
      },
    },
    {
      wrong: 'a field that nobody knows',
      yaml: `${head}spec:\n  incident: {}\n`,
      found: {
        field: 'spec.incident',
        line: 4,
        message: 'This field is not known.',
        fix: 'Remove it, or correct its name.',
      },
    },
    {
      wrong: 'a severity that there is not',
      yaml: `${head}spec:\n  incidents:\n    rules:\n      - name: x\n        severity: SEV9\n`,
      found: {
        field: 'spec.incidents.rules[0].severity',
        line: 7,
        message: 'This field does not take such a value.',
        fix: 'Write SEV1 or SEV2 or SEV3 or SEV4 or none.',
      },
    },
    {
      wrong: 'a rule without a name',
      yaml: `${head}spec:\n  incidents:\n    rules:\n      - severity: SEV1\n`,
      found: {
        field: 'spec.incidents.rules[0].name',
        line: 6,
        message: 'This field is required.',
        fix: 'Write a text.',
      },
    },
    {
      wrong: 'a suppression of everything',
      yaml: `${head}spec:\n  suppress:\n    rules:\n      - {name: x, match: [], reason: y}\n`,
      found: {
        field: 'spec.suppress.rules[0].match',
        line: 6,
        message: 'This field does not take such a value.',
        fix: 'Give at least 1 entries.',
      },
    },
    {
      wrong: 'an entity that is no full ref',
      yaml: `${head}spec:\n  mapping:\n    - {name: x, match: [], entityRef: payments}\n`,
      found: {
        field: 'spec.mapping[0].entityRef',
        line: 5,
        message: 'This is not a full entity ref.',
        fix: 'Write kind:namespace/name, such as component:default/{app}.',
      },
    },
    {
      wrong: 'weights of nothing',
      yaml: `${head}spec:\n  correlate:\n    weights: {time: 0, distance: 0, text: 0, labels: 0, change: 0}\n`,
      found: {
        field: 'spec.correlate.weights',
        line: 5,
        message: 'All weights are 0.',
        fix: 'Give at least one of them more than 0.',
      },
    },
    {
      wrong: 'a key twice',
      yaml: `${head}spec: {}\nspec: {}\n`,
      found: {
        field: '(document)',
        line: 4,
        message: 'The key spec is there twice.',
        fix: 'Keep one of them.',
      },
    },
    {
      wrong: 'another kind of document',
      yaml: 'apiVersion: ghostlight.dev/v1\nkind: Runbook\nspec: {}\n',
      found: {
        field: 'kind',
        line: 2,
        message: 'This field does not take such a value.',
        fix: 'Write IncidentRules.',
      },
    },
    {
      wrong: 'nothing at all',
      yaml: '',
      found: {
        field: '(document)',
        line: 1,
        message: 'This field does not take such a value.',
        fix: 'Write a mapping.',
      },
    },
  ])('refuse $wrong, with field, line and fix', ({ yaml, found }) => {
    expect(findingsOf(yaml)).toEqual([found]);
  });

  it.each([
    ['endless nesting', '['.repeat(100_000)],
    [
      'a bomb of aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
        .split('')
        .map(name => {
          const before = String.fromCharCode(name.charCodeAt(0) - 1);
          return `${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`;
        })
        .join('\n')}\n`,
    ],
    ['too long a text', `# ${'x'.repeat(200_000)}`],
  ])('refuse %s, and soon', (_, yaml) => {
    expect(findingsOf(yaml).length).toBeGreaterThan(0);
  });

  it('say something about any text, and never throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 200 }),
          fc.json({ maxDepth: 4 }),
          fc.json({ maxDepth: 4 }).map(json => `${head}spec: ${json}\n`),
        ),
        yaml => {
          const parsed = parseIncidentRules(yaml);
          for (const { field, line, message, fix } of 'findings' in parsed
            ? parsed.findings
            : []) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect([field, message, fix].every(Boolean)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('Matchers', () => {
  const subject = {
    adapter: 'alertmanager',
    name: 'HighErrorRate',
    labels: { app: 'payments', name: 'not the name', pod: 'payments-7d9f-x' },
  };

  it.each<[boolean, string, Partial<Matcher>]>([
    [true, 'equals', { label: 'app', value: 'payments' }],
    [false, 'equals', { label: 'app', value: 'pay' }],
    [true, 'prefix', { label: 'app', value: 'pay' }],
    [true, 'glob', { label: 'pod', value: 'payments-*-x' }],
    [true, 'glob', { label: 'pod', value: '*' }],
    [false, 'glob', { label: 'pod', value: 'payments-*-y' }],
    [false, 'glob', { label: 'pod', value: 'payments-7d9f-x-*' }],
    [true, 'equals', { label: 'name', value: 'HighErrorRate' }],
    [true, 'equals', { label: 'adapter', value: 'alertmanager' }],
    [true, 'equals', { label: 'team', value: '' }],
    [false, 'glob', { label: 'team', value: '*' }],
    [false, 'equals', { label: 'constructor', value: 'x' }],
  ])('say %s of %s %o', (expected, mode, matcher) => {
    const whole = { ...matcher, mode } as Matcher;
    expect(matches([whole], subject)).toBe(expected);
  });

  it('hold when there are none, and fail when one does not hold', () => {
    expect(matches([], subject)).toBe(true);
    const [one, other]: Matcher[] = [
      { label: 'app', value: 'payments', mode: 'equals' },
      { label: 'app', value: 'checkout', mode: 'equals' },
    ];
    expect(matches([one, one], subject)).toBe(true);
    expect(matches([one, other], subject)).toBe(false);
  });

  it('take a glob as the same regular expression would', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '.'),
      maxLength: 12,
    });
    const glob = fc.string({
      unit: fc.constantFrom('a', 'b', '.', '*'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(glob, text, (value, app) => {
        const pattern = value
          .split('*')
          .map(piece => piece.replaceAll('.', '\\.'))
          .join('.*');
        expect(
          matches([{ label: 'app', value, mode: 'glob' }], {
            ...subject,
            labels: { app },
          }),
        ).toBe(new RegExp(`^${pattern}$`, 's').test(app));
      }),
    );
  });

  it('are not slowed down by a glob of many stars', () => {
    const value = `${'a*'.repeat(500)}b`;
    const labels = { app: 'a'.repeat(1_000_000) };
    const matcher: Matcher = { label: 'app', value, mode: 'glob' };
    expect(matches([matcher], { ...subject, labels })).toBe(false);
  });
});
