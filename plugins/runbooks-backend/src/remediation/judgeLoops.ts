import type { LimitCheck } from '@ghostlight/plugin-runbooks-common';
import { say } from '@ghostlight/reliability-node';
import { chainTo, type ChainedAct, type ChainEnd } from './chains';

/** Turns back and forth between policies that are none too many when each got well. */
const mostTurns = 1;
/** Acts of policies that may set off each other, wherever: after so many a person has to look. */
const mostInChain = 4;

/**
 * Policies that undo or set off each other, on one target or from target to target: an act that may have come
 * back to where it began and nobody got well by it, or that is one of many of which each may have set off
 * the next.
 *
 * @param given - acts of policies in the hour before, in any order
 */
export function judgeLoops(end: ChainEnd, given: ChainedAct[]): LimitCheck[] {
  const acts = [...given].sort((a, b) => a.actedAt - b.actedAt);
  const chain = chainTo(end, acts);
  const here = acts.filter(({ target }) => target === end.target);
  const other = turnedBy(here, end) ?? turnedBy(chain, end);
  return [
    {
      limit: 'loop',
      holds: other === undefined,
      said:
        other === undefined
          ? say('limit.loop', 'No other policy works against it', {
              have: '',
              most: '',
            })
          : say(
              'limit.loop',
              `${other} acted after this policy did: they may be working against each other`,
              { have: other, most: '' },
            ),
    },
    {
      limit: 'chain',
      holds: chain.length < mostInChain,
      said: say(
        'limit.chain',
        `${chain.length} of ${mostInChain} acts of policies that may have set off each other`,
        { have: chain.length, most: mostInChain },
      ),
    },
  ];
}

/**
 * The policy that acted after this one had acted at its target, if that was once too often: nothing got
 * well, or it did each time and they have taken turns before.
 *
 * @param acts - the oldest first
 */
function turnedBy(acts: ChainedAct[], end: ChainEnd): string | undefined {
  const isMine = ({ policyRef, target }: ChainEnd) =>
    policyRef === end.policyRef && target === end.target;
  const mine = acts.findLastIndex(isMine);
  const last = acts.at(-1);
  if (mine === -1 || !last || isMine(last)) return undefined;
  const isWell = acts.slice(mine).every(act => act.isWell);
  // Each time that another one acted after this one.
  const turns = acts.filter(
    (act, at) => isMine(act) && at + 1 < acts.length && !isMine(acts[at + 1]),
  ).length;
  return isWell && turns <= mostTurns ? undefined : last.policyRef;
}
