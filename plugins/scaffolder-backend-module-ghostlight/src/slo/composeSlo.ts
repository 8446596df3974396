import { ERROR_BUDGET_POLICY_ANNOTATION } from '@ghostlight/plugin-slo-common';
import { shortRef } from '../catalog/shortRef';
import type { Subject } from '../catalog/Subject';
import type { Comment } from '../texts/printYaml';
import type { FoundSli, ObjectiveType } from './Sli';

/** A Monday, and the first day of a year. */
const CALENDAR_START = '2024-01-01 00:00:00';

/** What somebody asked for, with names and defaults filled in. */
export interface SloWish {
  name: string;
  title: string;
  description?: string;
  type: ObjectiveType;
  targetPercent: number;
  /** `30d` */
  window: string;
  /** The window follows the calendar of this time zone. */
  timeZone?: string;
  policy?: string;
}

/** The document of a wish, in an order of fields that does not change, with what its fields mean. */
export function composeSlo(
  wish: SloWish,
  subject: Subject,
  sli: FoundSli,
): { value: object; head: string; comments: Comment[] } {
  const { namespace } = subject;
  const { op, value: limit } = sli.comparison ?? {};
  const value = {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: {
      name: wish.name,
      ...(namespace === 'default' ? {} : { namespace }),
      displayName: wish.title,
      ...(wish.policy
        ? { annotations: { [ERROR_BUDGET_POLICY_ANNOTATION]: wish.policy } }
        : {}),
    },
    spec: {
      ...(wish.description ? { description: wish.description } : {}),
      service: shortRef(subject.ref, { defaultKind: 'component', namespace }),
      ...(sli.spec
        ? {
            indicator: {
              metadata: { name: `${wish.name.slice(0, 59)}-sli` },
              spec: sli.spec,
            },
          }
        : { indicatorRef: sli.indicatorRef }),
      timeWindow: [
        wish.timeZone
          ? {
              duration: wish.window,
              calendar: { startTime: CALENDAR_START, timeZone: wish.timeZone },
            }
          : { duration: wish.window, isRolling: true },
      ],
      budgetingMethod: 'Occurrences',
      objectives: [
        {
          ...(op === undefined || limit === undefined
            ? {}
            : { op, value: limit }),
          targetPercent: wish.targetPercent,
        },
      ],
    },
  };
  return { value, head: headOf(subject), comments: commentsOf(wish, sli) };
}

function headOf({ ref, ownerRef, systemRef, dependsOn }: Subject): string {
  const belongs = [
    ownerRef ? `owned by ${ownerRef}` : 'without an owner in the catalog',
    ...(systemRef ? [`part of ${systemRef}`] : []),
  ].join(', ');
  const needs = dependsOn.slice(0, 10).join(', ');
  return [
    `An objective of ${ref}, ${belongs}.`,
    ...(needs
      ? [
          `It depends on ${needs}${
            dependsOn.length > 10 ? ', …' : ''
          }: what is promised there limits what it can promise.`,
        ]
      : []),
  ].join('\n');
}

function commentsOf(wish: SloWish, sli: FoundSli): Comment[] {
  return [
    {
      at: ['metadata', 'annotations'],
      text: 'What happens when the budget is spent.',
    },
    {
      at: ['spec', 'service'],
      text: 'What is measured. Its owners own this objective.',
    },
    { at: ['spec', 'indicator'], text: saidOf(sli, wish.type) },
    { at: ['spec', 'indicatorRef'], text: saidOf(sli, wish.type) },
    {
      at: ['spec', 'timeWindow'],
      text: wish.timeZone
        ? 'Over which the budget is counted: it is full again when a period of the calendar begins.'
        : 'Over which the budget is counted: always the last so many days.',
    },
    {
      at: ['spec', 'budgetingMethod'],
      text: sli.comparison
        ? 'Minutes are counted.'
        : 'Events are counted. Timeslices counts minutes that are good instead.',
    },
    {
      at: ['spec', 'objectives'],
      text: sli.comparison
        ? 'A minute is good when the value compares so; this share of them must be.'
        : 'The share of events that must be good. The rest is the error budget.',
    },
  ];
}

function saidOf({ origin, indicatorRef }: FoundSli, type: ObjectiveType) {
  const where = {
    given: () => 'How it is measured, as it was entered.',
    objective: (ref: string) => `How it is measured, as for ${ref}.`,
    sibling: (ref: string, entityRef: string) =>
      `How it is measured: the queries of ${ref}, turned from ${entityRef} to this entity.`,
    convention: () =>
      'No metrics of this entity were found. These are the ones that services usually have: look whether it has them.',
    push: () => 'A job sends the counts itself, to POST /api/slo/v1/samples.',
  };
  const said =
    origin.kind === 'objective' || origin.kind === 'sibling'
      ? where[origin.kind](origin.ref, origin.entityRef)
      : where[origin.kind]();
  return type === 'latency' && !indicatorRef
    ? `${said}\nThe value of le must be one of the histogram's buckets.`
    : said;
}
