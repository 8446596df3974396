import type { JsonObject } from '@backstage/types';
import {
  durationOfSeconds,
  secondsOfDuration,
} from '@ghostlight/reliability-common';
import { shortRef } from '../catalog/shortRef';
import type { Subject } from '../catalog/Subject';
import type { Comment } from '../texts/printYaml';
import { actionSteps } from './actionSteps';
import type { KnownAction } from './readActions';
import type { RunbookWish } from './Wish';
import { words } from './words';

/** A runbook as it is written. */
export interface WrittenRunbook {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; title: string } & JsonObject;
  spec: { phases: { title: string; steps: JsonObject[] }[] } & JsonObject;
}

/** Dependencies that become potential causes. */
const MOST_CAUSES = 10;

/** The document of a wish, in an order of fields that does not change. */
export function composeRunbook(
  wish: RunbookWish,
  subject: Subject,
  known: ReadonlyMap<string, KnownAction> | undefined,
): WrittenRunbook {
  const { namespace, ownerRef, systemRef } = subject;
  const estimate = secondsOfDuration(wish.estimatedTime);
  // A step that may take longer than the whole is a contradiction.
  const within = (duration: string) => {
    const seconds = secondsOfDuration(duration) ?? 0;
    return estimate !== undefined && estimate < seconds
      ? wish.estimatedTime
      : duration;
  };
  const short = (ref: string, defaultKind: string) =>
    shortRef(ref, { defaultKind, namespace });
  const { steps, inputs } = actionSteps(wish.actions, known, within);
  const objectives = wish.objectives.map(ref => objectiveRef(ref, namespace));
  return {
    apiVersion: 'ghostlight.dev/v1',
    kind: 'Runbook',
    metadata: {
      name: wish.name,
      ...(namespace === 'default' ? {} : { namespace }),
      title: wish.title,
      ...(wish.description ? { description: wish.description } : {}),
    },
    spec: {
      ...(ownerRef ? { owner: short(ownerRef, 'group') } : {}),
      ...(systemRef ? { system: short(systemRef, 'system') } : {}),
      service: short(subject.ref, 'component'),
      severity: wish.severity,
      estimatedTime: wish.estimatedTime,
      triggers: wish.triggers.map(({ alert, labels, slo, burn, severity }) => ({
        ...(alert ? { alert } : {}),
        ...(labels ? { labels } : {}),
        ...(slo ? { slo: objectiveRef(slo, namespace) } : {}),
        ...(burn ? { burn } : {}),
        ...(severity ? { severity } : {}),
      })),
      ...(inputs.length ? { inputs } : {}),
      phases: [
        { title: 'Look', steps: lookSteps(wish, subject, within('10m')) },
        ...(steps.length ? [{ title: 'Act', steps }] : []),
        { title: 'Verify', steps: [{ verify: {} }] },
      ],
      ...(subject.dependsOn.length ? { causes: causesOf(subject) } : {}),
      escalation: [
        {
          after: durationOfSeconds(
            Math.max(60, Math.round((estimate ?? 1_800) / 2)),
          ),
          to: 'on-call',
        },
      ],
      verification: {
        ...(objectives.length ? { objectives } : {}),
        within: '10m',
        steady: '2m',
      },
    },
  };
}

function lookSteps(
  wish: RunbookWish,
  { links }: Subject,
  timeout: string,
): JsonObject[] {
  const { look, checklist } = words[wish.kind];
  return [
    { manual: look, checklist, timeout },
    ...links.slice(0, 5).map(({ title, url }) => ({
      manual: `Open ${oneLine(title).slice(0, 150)}`,
      text: `<${url}>`,
      timeout,
    })),
  ];
}

function causesOf({ dependsOn }: Subject): JsonObject[] {
  return dependsOn.slice(0, MOST_CAUSES).map(ref => ({
    cause: `${ref} fails, or is slow`,
    check: `Whether ${ref} has an open incident, and what is left of its error budgets`,
    mitigation: `Tell the owners of ${ref}, and follow its runbooks`,
  }));
}

function objectiveRef(ref: string, namespace: string): string {
  const [document, ...part] = ref.split('~');
  const full = /^[a-z]+:[\w.-]+\/[\w.-]+$/i.test(document);
  const short = full
    ? shortRef(document, { defaultKind: 'slo', namespace })
    : document;
  return [short, ...part].join('~');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What the fields of a new runbook mean. */
export function runbookComments(wish: RunbookWish): Comment[] {
  return [
    { at: ['spec', 'owner'], text: 'As in the catalog, like system.' },
    { at: ['spec', 'service'], text: 'The entity that it is for.' },
    {
      at: ['spec', 'estimatedTime'],
      text: 'For whoever decides to begin. No step may take longer.',
    },
    {
      at: ['spec', 'triggers'],
      text: 'When it is suggested: any of these, of an alert or an objective.',
    },
    {
      at: ['spec', 'inputs'],
      text: 'What an action needs to know, asked for when a run begins.',
    },
    {
      at: ['spec', 'phases'],
      text: wish.actions.length
        ? 'What is done, in this order. Actions are planned and shown before they are done.'
        : 'What is done, in this order. Add actions where something can be done by itself.',
    },
    {
      at: ['spec', 'causes'],
      text: 'What it may be: the dependencies in the catalog. Add what you know.',
    },
    {
      at: ['spec', 'escalation'],
      text: 'Who else is called when it takes long.',
    },
    {
      at: ['spec', 'verification'],
      text: 'How a recovery is seen: by the objectives, steadily, within this time.',
    },
  ];
}
