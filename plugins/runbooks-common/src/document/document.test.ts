import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import {
  compileExperiment,
  compilePolicy,
  compileRunbook,
  concernedEntities,
  documentSchemas,
} from './index';

const examples = join(__dirname, '../../examples');
const compilers = {
  Runbook: compileRunbook,
  RemediationPolicy: compilePolicy,
  ChaosExperiment: compileExperiment,
};

function entityOf(kind: keyof typeof compilers, spec: string): Entity {
  return {
    apiVersion: 'ghostlight.dev/v1',
    kind,
    metadata: { name: 'tried' },
    spec: parse(spec),
  };
}

describe('the examples', () => {
  const documents = readdirSync(examples)
    .filter(name => name.endsWith('.yaml'))
    .flatMap(name =>
      parseAllDocuments(readFileSync(join(examples, name), 'utf8')).map(
        document => document.toJS() as Entity,
      ),
    );

  it.each(
    documents.map(entity => [`${entity.kind} ${entity.metadata.name}`, entity]),
  )('%s passes the check', (_name, entity) => {
    const { $text } = (entity.spec?.markdown ?? {}) as { $text?: string };
    const whole = $text
      ? {
          ...entity,
          spec: { markdown: readFileSync(join(examples, $text), 'utf8') },
        }
      : entity;
    const compile = compilers[entity.kind as keyof typeof compilers];
    const { spec, findings } = compile(whole);
    expect(findings).toEqual([]);
    expect(spec).toBeDefined();
  });

  it('has a policy for each kind of action', () => {
    const used = documents.flatMap(({ kind, spec }) =>
      kind === 'RemediationPolicy'
        ? (spec?.do as { action?: string }[]).map(({ action }) => action)
        : [],
    );
    expect(used).toEqual(
      expect.arrayContaining([
        'kubernetes:delete-pod',
        'kubernetes:restart-rollout',
        'kubernetes:scale',
        'delivery:rollback',
        'kubernetes:cordon',
        'github:rerun-workflow',
        'kubernetes:clean-orphans',
        'secrets:rotate',
        'istio:rate-limit',
        'istio:circuit-break',
        'flags:set',
        'http:webhook',
        'github:dispatch-workflow',
        'argo-workflows:submit',
        'awx:launch-job',
        'rundeck:run-job',
        'scaffolder:run-template',
      ]),
    );
  });
});

describe('the examples in the documentation', () => {
  const text = readFileSync(
    join(__dirname, '../../../../docs/runbook-documents.md'),
    'utf8',
  );
  const written = [...text.matchAll(/^```yaml\n(apiVersion.*?)^```$/gms)].map(
    ([, yaml]) => parse(yaml) as Entity,
  );
  const [, markdown] = /^````markdown\n(.*?)^````$/ms.exec(text) ?? [];

  it('pass the check', () => {
    expect(written.map(({ kind }) => kind)).toEqual([
      'Runbook',
      'Runbook',
      'RemediationPolicy',
      'ChaosExperiment',
    ]);
    for (const entity of written) {
      const whole = entity.spec?.markdown
        ? { ...entity, spec: { markdown } }
        : entity;
      const compile = compilers[entity.kind as keyof typeof compilers];
      const { spec, findings } = compile(whole);
      const errors = findings.filter(({ severity }) => severity === 'error');
      expect(errors).toEqual([]);
      expect(spec).toBeDefined();
    }
  });
});

describe('compiling', () => {
  it('makes full refs, seconds, ids and defaults of a runbook', () => {
    const { ref, hash, spec, findings } = compileRunbook(
      entityOf(
        'Runbook',
        `
service: Payments
estimatedTime: 1h30m
triggers: [{ alert: 5xx, severity: sev1 }, { slo: latency~P99 }]
stepTimeout: 4m
escalation: [{ after: 15m, to: ON-CALL }, { after: 1h, to: leads }]
steps:
  - manual: Look
  - manual: Look
  - { id: look-2, decision: 'Where?', choices: [Here, 'Over there'] }
  - { wait: 90s, when: { step: look-2, in: Over there } }
  - { verify: { within: 5m } }
`,
      ),
    );
    expect(findings).toEqual([]);
    expect({ ref, hash }).toEqual({
      ref: 'runbook:default/tried',
      hash: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(spec).toMatchObject({
      form: 'yaml',
      title: 'tried',
      serviceRefs: ['component:default/payments'],
      estimatedSeconds: 5_400,
      rehearseSeconds: 90 * 86_400,
      triggers: [
        { alert: '5xx', severities: ['sev1'] },
        { slo: 'slo:default/latency~p99' },
      ],
      escalation: [
        { afterSeconds: 900, to: 'on-call' },
        { afterSeconds: 3_600, to: 'group:default/leads' },
      ],
      phases: [
        {
          title: 'Steps',
          steps: [
            { id: 'look', kind: 'manual', timeoutSeconds: 240 },
            { id: 'look-3' },
            {
              id: 'look-2',
              choices: [
                { id: 'here', title: 'Here' },
                { id: 'over-there', title: 'Over there' },
              ],
            },
            {
              kind: 'wait',
              seconds: 90,
              when: { step: 'look-2', in: ['over-there'] },
            },
            {
              kind: 'verify',
              verification: {
                maxBurnRate: 1,
                withinSeconds: 300,
                steadySeconds: 120,
              },
            },
          ],
        },
      ],
    });
  });

  it('gives a policy limits that are all finite', () => {
    const { spec } = compilePolicy(
      entityOf(
        'RemediationPolicy',
        'triggers: [{alert: a}]\ndo: [{runbook: b}]',
      ),
    );
    expect(spec).toEqual({
      title: 'tried',
      appliesTo: {},
      triggers: [{ alert: 'a' }],
      conditions: {},
      mode: 'approve',
      earnAfter: 3,
      ladder: [{ attempts: 1, runbookRef: 'runbook:default/b', inputs: {} }],
      limits: {
        perTarget: { attempts: 2, withinSeconds: 3_600 },
        perHour: 5,
        perHourOrganisation: 20,
        coolDownSeconds: 600,
        concurrency: 1,
        blastRadius: 5,
        minimumHealthy: 0.5,
        storm: { incidents: 20, withinSeconds: 600 },
      },
      verification: { maxBurnRate: 1, withinSeconds: 600, steadySeconds: 120 },
      escalateTo: 'on-call',
      approvalSeconds: 1_800,
      approvers: [],
    });
  });

  it('changes the hash with what is written and with nothing else', () => {
    const hashOf = (entity: Entity) => compileRunbook(entity).hash;
    const entity = entityOf('Runbook', 'steps: [{ manual: Look }]');
    const { metadata } = entity;
    const later = { ...entity, metadata: { ...metadata, uid: '1', etag: '2' } };
    expect(hashOf(later)).toBe(hashOf(entity));
    const other = entityOf('Runbook', 'steps: [{ manual: Look! }]');
    expect(hashOf(other)).not.toBe(hashOf(entity));
  });

  it('says whom a document concerns, though it has errors', () => {
    const markdown = '---\nservices: [a, "::"]\nowner: team\n---\n# Text';
    const runbook = entityOf('Runbook', JSON.stringify({ markdown, bogus: 1 }));
    expect(concernedEntities(runbook)).toEqual({
      refs: ['component:default/a'],
      owner: 'group:default/team',
    });
  });
});

describe('hostile documents', () => {
  it('never make a compiler throw', () => {
    const names = [
      'spec',
      'steps',
      'phases',
      'do',
      'inputs',
      'triggers',
      'action',
      'manual',
      'wait',
      'parallel',
      'when',
      'markdown',
      '__proto__',
    ];
    const value = fc.letrec(tie => ({
      any: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        fc.anything({ maxDepth: 1 }),
        fc.constantFrom('5m', 'a:b', '${{ inputs.a }}', '\0', '*'),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...names), tie('any'), { maxKeys: 4 }),
      ),
    })).any;
    fc.assert(
      fc.property(value, spec => {
        for (const [kind, compile] of Object.entries(compilers)) {
          const entity = { ...entityOf(kind as 'Runbook', ''), spec };
          const { ref, findings, spec: compiled } = compile(entity as Entity);
          expect(ref).toBe(`${kind.toLowerCase()}:default/tried`);
          const failed = findings.some(({ severity }) => severity === 'error');
          expect(failed).toBe(compiled === undefined);
        }
        expect(compileRunbook(spec as Entity).spec).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('are refused when they are deep, long or going round', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 5_000; i++) deep = [deep];
    const round: Record<string, unknown> = {};
    round.steps = round;
    for (const spec of [deep, round, { description: 'x'.repeat(100_000) }]) {
      const entity = { ...entityOf('Runbook', ''), spec } as Entity;
      expect(compileRunbook(entity).spec).toBeUndefined();
    }
  });
});

describe('the published schemas', () => {
  it('have every kind, and exactly one thing per step', () => {
    const schemas = documentSchemas();
    expect(Object.keys(schemas)).toEqual(Object.keys(compilers));
    const text = JSON.stringify(schemas.Runbook);
    expect(text).toContain('"oneOf":[{"required":["manual"]}');
    expect(text).toContain('"$text"');
  });
});
