import type {
  RehearsalReport,
  Sentence,
} from '@ghostlight/plugin-runbooks-common';
import { say } from '@ghostlight/reliability-node';
import type { Past } from './Past';

/** What would have been done: a rung of a ladder, or a runbook. */
export interface Doing {
  /** Ids of its actions. */
  actions: string[];
  /** How long it would have been before the next one, milliseconds. */
  takes: number;
}

type Judged = Pick<
  RehearsalReport,
  'wouldHaveRecovered' | 'recoveredAt' | 'savedSeconds'
> & { because: Sentence[] };

/** How soon users recover after what helped them, at most; milliseconds. */
const soon = 60 * 60_000;
const rollback = 'delivery:rollback';

/**
 * Whether it would have helped, by what helped then: the same deed on record, and how it went on. It is
 * not known where nothing on record was like it.
 */
export function judgeRecovery(
  doings: Doing[],
  actedAt: number,
  past: Past,
): Judged {
  const because: Sentence[] = [];
  let at = actedAt;
  for (const { actions, takes } of doings) {
    const { helped, said, heals = 0 } = compare(actions, past);
    because.push(said);
    if (helped === 'unknown') return { wouldHaveRecovered: 'unknown', because };
    if (helped === 'yes') {
      const recoveredAt = at + heals;
      return {
        wouldHaveRecovered: 'yes',
        recoveredAt: new Date(recoveredAt).toISOString(),
        savedSeconds: Math.max(
          0,
          Math.round((past.endedAt - recoveredAt) / 1000),
        ),
        because,
      };
    }
    at += takes;
  }
  return { wouldHaveRecovered: 'no', because };
}

function compare(
  actions: string[],
  past: Past,
): {
  helped: RehearsalReport['wouldHaveRecovered'];
  said: Sentence;
  /** Milliseconds from the deed until users had recovered. */
  heals?: number;
} {
  const { deeds, deployments, startedAt, endedAt } = past;
  const same = deeds.filter(
    deed => deed.at <= endedAt && actions.some(id => deed.actions.includes(id)),
  );
  const isCure = (at: number) =>
    at >= startedAt && at <= endedAt && endedAt - at <= soon;
  const cure = same.filter(deed => deed.helped && isCure(deed.at)).at(-1);
  const minutes = (at: number) => Math.round((endedAt - at) / 60_000);
  if (cure)
    return {
      helped: 'yes',
      heals: endedAt - cure.at,
      said: say(
        'rehearsal.same-helped',
        `${cure.id} did the same, and users had recovered ${minutes(
          cure.at,
        )} min later`,
        { id: cure.id, minutes: minutes(cure.at) },
      ),
    };
  const back = actions.includes(rollback)
    ? deployments.find(
        ({ kind, outcome, startedAt: at }) =>
          kind === 'rollback' &&
          outcome === 'succeeded' &&
          isCure(Date.parse(at)),
      )
    : undefined;
  if (back) {
    const at = Date.parse(back.startedAt);
    return {
      helped: 'yes',
      heals: endedAt - at,
      said: say(
        'rehearsal.rolled-back',
        `It was rolled back (${back.title}), and users had recovered ${minutes(
          at,
        )} min later`,
        { title: back.title, minutes: minutes(at) },
      ),
    };
  }
  const failed = same.find(deed => !deed.helped);
  if (failed)
    return {
      helped: 'no',
      said: say(
        'rehearsal.same-failed',
        `${failed.id} did the same, and it did not help`,
        { id: failed.id },
      ),
    };
  const other = deeds.filter(deed => deed.helped && isCure(deed.at)).at(-1);
  return {
    helped: 'unknown',
    said: other
      ? say(
          'rehearsal.other-helped',
          `Something else helped then: ${other.id}. Whether this would have, nobody knows`,
          { id: other.id },
        )
      : say(
          'rehearsal.not-known',
          'Nothing on record was like it: whether it would have helped, nobody knows',
        ),
  };
}
