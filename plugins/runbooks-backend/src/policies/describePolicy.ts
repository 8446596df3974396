import type {
  Attempt,
  Finding,
  Policy,
  PolicySpec,
  Sentence,
  Switch,
  Tally,
} from '@ghostlight/plugin-runbooks-common';
import { say } from '@ghostlight/reliability-node';
import type { Document } from '../documents';
import type { EffectiveMode } from '../remediation';
import { anybody } from '../service/mayOf';

const noLimits: Policy['limits'] = {
  perTarget: { attempts: 0, withinSeconds: 0 },
  perHour: 0,
  perHourOrganisation: 0,
  coolDownSeconds: 0,
  concurrency: 0,
  blastRadius: 0,
  minimumHealthy: 1,
  storm: { incidents: 0, withinSeconds: 0 },
};

/** A policy with what came of it. */
export function describePolicy(
  document: Document<PolicySpec>,
  known: {
    effective?: EffectiveMode;
    switch: Switch;
    tally: Tally;
    lastAttempt?: Attempt;
    /** What is not as it must be around the document. */
    missing: Finding[];
  },
): Policy {
  const { ref, title, about, ownerRef, spec, findings } = document;
  const { effective, lastAttempt } = known;
  return {
    ref,
    title,
    ...((spec?.description ?? about.description) && {
      description: spec?.description ?? about.description,
    }),
    ...(ownerRef && { owner: ownerRef }),
    triggers: spec?.triggers ?? [],
    conditions: spec?.conditions ?? {},
    appliesTo: spec ? sayAppliesTo(spec) : [],
    ladder: spec?.ladder ?? [],
    limits: spec?.limits ?? noLimits,
    verification: spec?.verification ?? {
      withinSeconds: 0,
      steadySeconds: 0,
      maxBurnRate: 0,
    },
    escalateTo: spec?.escalateTo ?? 'on-call',
    approvalSeconds: spec?.approvalSeconds ?? 0,
    approvers: spec?.approvers ?? [],
    wantedMode: spec?.mode ?? 'suggest',
    mode: effective?.mode ?? 'suggest',
    ...(effective?.earned && { earned: effective.earned }),
    switch: known.switch,
    sentence: spec
      ? saySentence(spec, effective?.mode ?? spec.mode)
      : say('policy.broken', 'It has errors and does nothing.'),
    findings: [...known.missing, ...findings],
    tally: known.tally,
    ...(lastAttempt && { lastAttempt }),
    ...(about.viewUrl && { viewUrl: about.viewUrl }),
    may: { switch: anybody },
  };
}

function sayAppliesTo({ appliesTo }: PolicySpec): Sentence[] {
  return Object.entries(appliesTo).flatMap(([what, values]) =>
    values?.length
      ? [
          say(`policy.applies-to.${what}`, `${what}: ${values.join(', ')}`, {
            values: values.join(', '),
          }),
        ]
      : [],
  );
}

/** What a policy does, as one would say it. */
function saySentence(spec: PolicySpec, mode: Policy['mode']): Sentence {
  const when = spec.triggers
    .map(
      ({ alert, slo, labels }) =>
        alert ??
        slo ??
        Object.entries(labels ?? {})
          .map(pair => pair.join('='))
          .join(' ') ??
        '*',
    )
    .filter(Boolean)
    .join(', ');
  const what = spec.ladder
    .map(rung => ('action' in rung ? rung.action : rung.runbookRef))
    .join(' → ');
  const verbs = {
    suggest: 'it suggests',
    approve: 'it asks to do',
    auto: 'it does',
  };
  const minutes = Math.round(spec.verification.withinSeconds / 60);
  return say(
    `policy.sentence.${mode}`,
    `When ${when || 'anything'} fires, ${
      verbs[mode]
    } ${what}, looks for ${minutes} min whether users recover, and else calls ${
      spec.escalateTo
    }.`,
    { when: when || '*', what, minutes, escalateTo: spec.escalateTo },
  );
}
