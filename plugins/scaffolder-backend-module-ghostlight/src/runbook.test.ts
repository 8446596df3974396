import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { compileRunbook } from '@ghostlight/plugin-runbooks-common';
import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import {
  availabilityOf,
  component,
  latencyOf,
  payments,
  testWorld,
} from './__testUtils__/world';
import { runAction, tempWorkspace, textOf } from './__testUtils__/runAction';
import { createRunbookWriteAction } from './actions/createRunbookWriteAction';
import { isPlainText } from './texts/isPlainText';

const errors = { entityRef: 'component:default/payments', kind: 'errors' };
const ours = () =>
  testWorld({
    objectives: [availabilityOf('payments'), latencyOf('payments')],
  });

async function write(input: JsonObject, world = ours()) {
  const path = await tempWorkspace();
  const action = createRunbookWriteAction(world);
  const outputs = await runAction(action, { ...errors, ...input }, path);
  const text = await textOf(path, String(outputs.file));
  return { outputs, path, text, value: parse(text) };
}

describe('a runbook', () => {
  it('has owner, dependencies, triggers and actions, is explained, checked and the same each time', async () => {
    const input = { actions: ['delivery:rollback', 'kubernetes:scale'] };
    const { text, outputs, value } = await write(input);
    expect(text).toMatchInlineSnapshot(`
      "# What to do when component:default/payments answers with errors.
      apiVersion: ghostlight.dev/v1
      kind: Runbook
      metadata:
        name: payments-errors
        title: Payments answers with errors
      spec:
        # As in the catalog, like system.
        owner: payments
        system: ordering
        # The entity that it is for.
        service: payments
        severity: sev2
        # For whoever decides to begin. No step may take longer.
        estimatedTime: 30m
        # When it is suggested: any of these, of an alert or an objective.
        triggers:
          - slo: payments-availability
            burn: page
        # What an action needs to know, asked for when a run begins.
        inputs:
          - name: replicas
            type: integer
            description: How many pods
            minimum: 0
            maximum: 1000
        # What is done, in this order. Actions are planned and shown before they are done.
        phases:
          - title: Look
            steps:
              - manual: Find out which requests fail, and since when
                checklist:
                  - Errors began with a deployment or a change of configuration
                  - All endpoints and regions are hit, or only some
                  - The logs name a cause
                timeout: 10m
              - manual: Open Dashboard
                text: <https://dash.example.com/d/pay>
                timeout: 10m
          - title: Act
            steps:
              - title: Roll back
                action: delivery:rollback
                timeout: 15m
              - title: Scale a Deployment
                action: kubernetes:scale
                input:
                  replicas: \${{ inputs.replicas }}
                timeout: 15m
          - title: Verify
            steps:
              - verify: {}
        # What it may be: the dependencies in the catalog. Add what you know.
        causes:
          - cause: component:default/ledger fails, or is slow
            check: Whether component:default/ledger has an open incident, and what is left of its error budgets
            mitigation: Tell the owners of component:default/ledger, and follow its runbooks
        # Who else is called when it takes long.
        escalation:
          - after: 15m
            to: on-call
        # How a recovery is seen: by the objectives, steadily, within this time.
        verification:
          within: 10m
          steady: 2m
      "
    `);
    expect(outputs).toMatchObject({
      file: 'runbooks/payments-errors.yaml',
      files: ['runbooks/payments-errors.yaml'],
      ref: 'runbook:default/payments-errors',
      findings: [],
    });
    expect(compileRunbook(value)).toMatchObject({
      findings: [],
      spec: {
        title: 'Payments answers with errors',
        serviceRefs: ['component:default/payments'],
        triggers: [{ slo: 'slo:default/payments-availability', burn: 'page' }],
        inputs: [{ name: 'replicas', type: 'integer', maximum: 1000 }],
      },
    });
    expect((await write(input)).text).toBe(text);
  });

  it('asks before what cannot be undone, and for all that its actions need', async () => {
    const { value, outputs } = await write({
      kind: 'saturation',
      estimatedTime: '5m',
      actions: [
        { action: 'kubernetes:scale', input: { replicas: 3 }, timeout: '2m' },
        'kubernetes:delete-pod',
        { action: 'kubernetes:delete-pod', input: { mode: 'hard' } },
      ],
    });
    expect(outputs.findings).toEqual([]);
    const { inputs, phases } = value.spec;
    expect(inputs).toEqual([
      { name: 'pod', type: 'string' },
      { name: 'mode', type: 'choice', choices: ['soft', 'hard'] },
      { name: 'delete-pod-pod', type: 'string' },
    ]);
    const act = phases[1].steps;
    expect(act.map((step: object) => Object.keys(step)[0])).toEqual([
      'title',
      'approval',
      'title',
      'approval',
      'title',
    ]);
    expect(act[0]).toMatchObject({ input: { replicas: 3 }, timeout: '2m' });
    expect(act[4].input).toEqual({
      mode: 'hard',
      pod: '${{ inputs.delete-pod-pod }}',
    });
  });

  it('may be Markdown, of which the catalog reads the entity beside it', async () => {
    const { value, outputs, path } = await write({
      form: 'markdown',
      title: 'Payments *fails*, again [1]',
      actions: ['delivery:rollback', 'kubernetes:delete-pod'],
    });
    expect(outputs.files).toEqual([
      'runbooks/payments-errors.yaml',
      'runbooks/payments-errors.md',
    ]);
    expect(value.spec.markdown).toEqual({ $text: './payments-errors.md' });
    const markdown = await textOf(path, 'runbooks/payments-errors.md');
    expect(markdown).toMatchInlineSnapshot(`
      "---
      severity: sev2
      estimatedTime: 30m
      triggers:
        - slo: payments-availability
          burn: page
      inputs:
        - name: pod
          type: string
        - name: mode
          type: choice
          choices:
            - soft
            - hard
      causes:
        - cause: component:default/ledger fails, or is slow
          check: Whether component:default/ledger has an open incident, and what is left of its error budgets
          mitigation: Tell the owners of component:default/ledger, and follow its runbooks
      escalation:
        - after: 15m
          to: on-call
      verification:
        within: 10m
        steady: 2m
      ---

      # Payments \\*fails\\*, again \\[1\\]

      ## Look

      1. Find out which requests fail, and since when
         - [ ] Errors began with a deployment or a change of configuration
         - [ ] All endpoints and regions are hit, or only some
         - [ ] The logs name a cause

      1. Open Dashboard

         <https://dash.example.com/d/pay>

      ## Act

      Roll back

      \`\`\`action delivery:rollback timeout=15m
      \`\`\`

      \`\`\`approval timeout=15m
      question: “Delete a pod” cannot be undone. Go ahead?
      \`\`\`

      Delete a pod

      \`\`\`action kubernetes:delete-pod timeout=15m
      pod: \${{ inputs.pod }}
      mode: \${{ inputs.mode }}
      \`\`\`

      ## Verify

      \`\`\`verify
      \`\`\`
      "
    `);
    const read = { ...value, spec: { ...value.spec, markdown } };
    const { spec, findings } = compileRunbook(read);
    expect(findings).toEqual([]);
    expect(spec).toMatchObject({
      form: 'markdown',
      title: 'Payments *fails*, again [1]',
      severity: 'sev2',
      phases: [
        { title: 'Look', steps: [{ kind: 'manual' }, { kind: 'manual' }] },
        {
          title: 'Act',
          steps: [
            { kind: 'action', action: 'delivery:rollback' },
            { kind: 'approval' },
            {
              kind: 'action',
              action: 'kubernetes:delete-pod',
              timeoutSeconds: 900,
            },
          ],
        },
        { title: 'Verify', steps: [{ kind: 'verify' }] },
      ],
    });
    expect(outputs.preview).toContain('````markdown\n');
  });

  it.each<[string, JsonObject, object]>([
    [
      'an alert',
      { alert: 'HighErrorRate*' },
      { triggers: [{ alert: 'HighErrorRate*' }] },
    ],
    [
      'triggers and objectives',
      {
        triggers: [{ slo: 'slo:default/a~p99', burn: 'ticket' }],
        objectives: ['slo:default/a~p99'],
      },
      {
        triggers: [{ slo: 'a~p99', burn: 'ticket' }],
        verification: { objectives: ['a~p99'], within: '10m', steady: '2m' },
      },
    ],
    [
      'its symptom',
      { kind: 'latency' },
      { triggers: [{ slo: 'payments-latency', burn: 'page' }] },
    ],
  ])('is for %s', async (_name, input, spec) => {
    const { value, outputs } = await write(input);
    expect(value.spec).toMatchObject(spec);
    expect(outputs.findings).toEqual([]);
  });

  it('of an entity without owner, objectives or known actions is written all the same', async () => {
    const world = testWorld({
      entities: [component('payments', { relations: [] })],
    });
    world.runbooks.listActions.mockRejectedValue(new Error('away'));
    const { value, outputs } = await write({ actions: ['a:b'] }, world);
    expect(value.spec).not.toHaveProperty('owner');
    expect(value.spec.triggers).toEqual([{ labels: { service: 'payments' } }]);
    expect(outputs.findings).toEqual([]);
  });

  it('in another namespace keeps to it', async () => {
    const shop = {
      ...payments,
      metadata: { ...payments.metadata, namespace: 'shop' },
    };
    const { value, outputs } = await write(
      { entityRef: 'component:shop/payments' },
      testWorld({ entities: [shop] }),
    );
    expect(outputs.ref).toBe('runbook:shop/payments-errors');
    expect(value).toMatchObject({
      metadata: { namespace: 'shop' },
      spec: { owner: 'group:default/payments', service: 'payments' },
    });
    expect(compileRunbook(value).spec?.serviceRefs).toEqual([
      'component:shop/payments',
    ]);
  });

  it('says what the portal would warn of', async () => {
    const { outputs } = await write({
      actions: [
        'a:unknown',
        { action: 'delivery:rollback', input: { bogus: 1 } },
      ],
    });
    expect(outputs.findings).toEqual([
      expect.stringMatching(/steps\[0\]\.action: No such action.*a:unknown/),
      expect.stringMatching(/steps\[1\]\.input\.bogus/),
    ]);
  });
});

describe('a runbook is refused, and nothing written, for', () => {
  it.each<[string, JsonObject, RegExp]>([
    ['an unknown entity', { entityRef: 'nobody' }, /no entity/],
    ['an unknown symptom', { kind: 'boredom' }, /^kind/],
    ['a name with folders', { name: '../x' }, /^name/],
    ['a file above', { file: 'a/../../x.yaml' }, /^file/],
    ['an action that is none', { actions: ['rm -rf'] }, /action.*such as/],
    ['a duration that is none', { estimatedTime: 'soon' }, /estimatedTime/],
    [
      'a calculation in a template',
      {
        actions: [
          { action: 'delivery:rollback', input: { reason: '${{ 7*7 }}' } },
        ],
      },
      /input\.reason: A template is a name/,
    ],
    [
      'NUL in an input',
      { actions: [{ action: 'a:b', input: { reason: 'a\0b' } }] },
      /control characters/,
    ],
    ['a trigger that is none', { triggers: [{ slo: 'a b' }] }, /triggers\[0\]/],
  ])('%s', async (_name, input, message) => {
    const path = await tempWorkspace();
    const action = createRunbookWriteAction(ours());
    await expect(
      runAction(action, { ...errors, ...input }, path),
    ).rejects.toThrow(message);
    expect(existsSync(join(path, 'runbooks'))).toBe(false);
  });

  it('a Markdown file that is there', async () => {
    const path = await tempWorkspace();
    await writeFile(join(path, 'a.md'), '# Mine');
    const input = { ...errors, file: 'a.yaml', form: 'markdown' };
    const action = createRunbookWriteAction(ours());
    await expect(runAction(action, input, path)).rejects.toThrow(
      /a\.md is there already/,
    );
    expect(existsSync(join(path, 'a.yaml'))).toBe(false);
  });
});

it.each(['yaml', 'markdown'])(
  'whatever titles, alerts and inputs say, they are read back to the letter from %s',
  async form => {
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '"',
            ': ',
            ' #',
            '---',
            '```',
            '````action a:b',
            '~~~',
            '- [ ] ',
            '1. ',
            '<!--',
            '](javascript:',
            '|',
            '&a',
            '*',
            'yes',
            '\\',
            '{{ a }}',
          ),
          fc.string({ unit: 'grapheme' }),
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map(parts => parts.join('').trim())
      .filter(
        value => value.length > 0 && value.length <= 200 && isPlainText(value),
      );
    const path = await tempWorkspace();
    const action = createRunbookWriteAction(ours());
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        text,
        text,
        text.filter(value => !value.includes('${{')),
        async (title, alert, reason) => {
          const name = `a${count++}`;
          const outputs = await runAction(
            action,
            {
              ...errors,
              name,
              form,
              title,
              alert,
              description: `${title}\n${alert}`,
              actions: [{ action: 'delivery:rollback', input: { reason } }],
            },
            path,
          );
          const documents = parseAllDocuments(
            await textOf(path, String(outputs.file)),
          );
          expect(documents).toHaveLength(1);
          const value = documents[0].toJS();
          const { spec } = compileRunbook(
            form === 'yaml'
              ? value
              : {
                  ...value,
                  spec: {
                    ...value.spec,
                    markdown: await textOf(path, `runbooks/${name}.md`),
                  },
                },
          );
          expect(spec).toMatchObject({
            title,
            description: `${title}\n${alert}`,
            triggers: [{ alert }],
          });
          expect(spec?.phases.map(phase => phase.title)).toEqual([
            'Look',
            'Act',
            'Verify',
          ]);
          expect(spec?.phases[1].steps).toMatchObject([
            { action: 'delivery:rollback', input: { reason } },
          ]);
        },
      ),
      { numRuns: 100 },
    );
  },
);
