import type {
  Earned,
  Mode,
  PolicySpec,
} from '@ghostlight/plugin-runbooks-common';
import { say } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { ActionDirectory } from '../ActionDirectory';
import {
  hashOfLadder,
  ladderIsReversible,
  readLadderRunbooks,
} from './ladders';
import { readSuccesses } from './readSuccesses';

/** The mode that a policy acts in, and how it came by it. */
export interface EffectiveMode {
  mode: Mode;
  earned?: Earned;
}

/** A policy by its ref. */
export interface PolicyOf {
  ref: string;
  spec: PolicySpec;
}

/**
 * `auto` has to be earned: so many recoveries in approve mode that were verified, with the ladder that it
 * has now, none of its attempts harmful since, and nothing on its ladder that cannot be taken back.
 */
export async function effectiveMode(
  options: { db: Knex; actions: ActionDirectory },
  ref: string,
  spec: PolicySpec,
): Promise<EffectiveMode> {
  const modes = await effectiveModes(options, [{ ref, spec }]);
  return modes.get(ref)!;
}

/** The same of many, by ref; asks twice, and only about those that want to act by themselves. */
export async function effectiveModes(
  { db, actions }: { db: Knex; actions: ActionDirectory },
  policies: PolicyOf[],
): Promise<Map<string, EffectiveMode>> {
  const wanting = policies.filter(({ spec }) => spec.mode === 'auto');
  const runbooks = await readLadderRunbooks(
    db,
    wanting.map(({ spec }) => spec),
  );
  const ladders = new Map(
    wanting.map(({ ref, spec }) => [ref, hashOfLadder(runbooks, spec)]),
  );
  const successes = await readSuccesses(db, ladders);
  return new Map(
    policies.map(({ ref, spec }) => [
      ref,
      spec.mode === 'auto'
        ? judge(
            successes.get(ref) ?? 0,
            spec.earnAfter,
            ladderIsReversible(actions, runbooks, spec),
          )
        : { mode: spec.mode },
    ]),
  );
}

function judge(
  successes: number,
  needed: number,
  isReversible: boolean,
): EffectiveMode {
  if (!isReversible)
    return {
      mode: 'approve',
      earned: {
        successes,
        needed,
        said: say(
          'earned.irreversible',
          'It asks, because something on its ladder cannot be taken back.',
        ),
      },
    };
  const isEarned = successes >= needed;
  return {
    mode: isEarned ? 'auto' : 'approve',
    earned: {
      successes,
      needed,
      said: isEarned
        ? say(
            'earned.yes',
            `It acts by itself: ${successes} verified recoveries, ${needed} needed.`,
            { successes, needed },
          )
        : say(
            'earned.not-yet',
            `It asks until ${needed} recoveries are verified; ${successes} so far.`,
            { successes, needed },
          ),
    },
  };
}
