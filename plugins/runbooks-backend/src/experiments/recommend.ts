import type {
  ExperimentReport,
  ExperimentSpec,
  Sentence,
} from '@ghostlight/plugin-runbooks-common';
import { say } from '@ghostlight/reliability-node';

/** Of the burn rate that is allowed: below it there is room for a bigger fault. */
const ample = 0.5;

/** What to do with what was found. */
export function recommend(found: {
  verdict: ExperimentReport['verdict'];
  spec: ExperimentSpec;
  /** Burn rate while the fault was there. */
  worst: number;
  injected: ExperimentReport['injected'];
}): Sentence[] {
  const { verdict, spec, worst, injected } = found;
  const { fault, steadyState, blastRadius, schedule } = spec;
  const advice = (code: string, text: string, params?: Sentence['params']) =>
    say(`experiment.recommend.${code}`, text, params);
  const all: Sentence[] = [];
  if (verdict === 'broken')
    all.push(
      {
        'kill-pods': advice(
          'kill-pods',
          'Have more replicas, a disruption budget and a readiness probe that tells the truth, and try again.',
        ),
        latency: advice(
          'latency',
          'Look at the time-outs of those who call it, and at what they do meanwhile, and try again.',
        ),
        loss: advice(
          'loss',
          'Look at how often those who call it try again, and how soon, and try again.',
        ),
      }[fault.kind],
    );
  if (verdict === 'not-measured')
    all.push(
      advice(
        'measure',
        'Send it traffic while the experiment runs, or name an objective that has some.',
      ),
    );
  if (verdict === 'held' && !schedule)
    all.push(
      advice('schedule', 'Give it a schedule, so that it goes on holding.'),
    );
  const share = fault.share ?? 1;
  if (
    verdict === 'held' &&
    worst <= steadyState.maxBurnRate * ample &&
    share < blastRadius.share
  )
    all.push(
      advice(
        'bigger',
        `There is room: the blast radius allows ${Math.round(
          blastRadius.share * 100,
        )} % of the pods.`,
        { percent: Math.round(blastRadius.share * 100) },
      ),
    );
  if (injected?.to && worst > 0)
    all.push(
      advice(
        'correction',
        `What was spent of budgets from ${injected.from} to ${injected.to} counts, and is marked as simulated; correct it as maintenance if it should not count.`,
        { from: injected.from, to: injected.to },
      ),
    );
  return all;
}
