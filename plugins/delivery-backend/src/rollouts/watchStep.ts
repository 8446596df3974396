import type { Entity } from '@backstage/catalog-model';
import {
  type CheckHandler,
  say,
  type StepContext,
  type StepOutcome,
} from '@ghostlight/reliability-node';
import { noCounts } from '../analysis';
import { measure, type Look } from './measure';
import type { RolloutContext } from './RolloutContext';
import {
  changeWatching,
  ownDocumentOf,
  watchingOf,
  type RolloutRow,
  type RolloutWatching,
  type StepWatch,
} from './RolloutRow';
import type { RolloutRunInput } from './runOf';

/** Strategies under which both versions have traffic at the same time. */
const sidesBySide = ['canary', 'ab'];

interface WatchInput {
  seconds: number;
  weight?: number;
  /** Whether everybody gets the version after it. */
  decides: boolean;
}

/**
 * Looks at the new version every few seconds for as long as its step lasts. A gate that fails ends the
 * run at once, or holds it where a person is to decide. All that is known between two looks is in the
 * rollout's row, so that any replica goes on.
 */
export function watchStep(context: RolloutContext): CheckHandler {
  return {
    kind: 'check',
    async look(step) {
      const { rolloutId } = step.run.input as RolloutRunInput;
      const row = await context
        .db<RolloutRow>('rollouts')
        .where({ id: rolloutId })
        .first();
      if (!row) return { state: 'failed', error: 'The rollout is gone' };
      const earlier = promotedBy(watchingOf(row), step.step.id);
      if (earlier) return promoted(earlier);
      const entity = context.entityOf(row.entity_ref);
      // Nothing goes on unwatched; the catalog may just not have been read yet.
      if (!entity)
        return {
          state: 'again',
          after: context.settings.interval,
          text: 'The catalog does not know the entity now',
        };
      const look = await lookAt(context, row, entity, step);
      const { id } = step.step;
      const at = context.now();
      const known = await changeWatching(
        context.db,
        rolloutId,
        at,
        ({ waitsFor: _, ...before }) => ({
          ...before,
          analysis: look.analysis,
          ...(look.test && { test: look.test }),
          ...(look.tests && { tests: { ...before.tests, ...look.tests } }),
          steps: {
            ...before.steps,
            [id]: {
              ...watchOf(before, id, at),
              ...look.counted,
              lookedAt: at,
              heldMs: heldMs(before, id, at),
            },
          },
        }),
      );
      const outcome = decide(context, row, step, known!, at);
      await keepWhy(context, rolloutId, outcome, known!, look);
      context.changed?.([row.entity_ref]);
      return outcome;
    },
  };
}

async function lookAt(
  context: RolloutContext,
  row: RolloutRow,
  entity: Entity,
  { step, signal }: StepContext,
): Promise<Look> {
  const { settings } = context;
  const document = ownDocumentOf(row);
  const watching = watchingOf(row);
  const now = context.now();
  const known = watchOf(watching, step.id, now);
  const before = { canary: known.canary, baseline: known.baseline };
  // The first look only notes the time from which is counted.
  if (now <= known.startedAt)
    return {
      analysis: watching.analysis,
      test: watching.test,
      counted: before,
    };
  return measure(context, settings, {
    entity,
    environment: row.environment,
    canary: document.canary,
    baseline: document.baseline,
    ...(!sidesBySide.includes(document.strategy.type) && {
      historyUntil: Number(row.started_at),
    }),
    gates: document.strategy.gates,
    startedAt: known.startedAt,
    now,
    span: inputOf(step).seconds * 1000,
    before,
    test: watching.test,
    objectives: known.objectives,
    tests: watching.tests,
    signal,
  });
}

function decide(
  { settings }: RolloutContext,
  row: RolloutRow,
  { step }: StepContext,
  watching: RolloutWatching,
  now: number,
): StepOutcome {
  const { seconds, decides } = inputOf(step);
  const by = promotedBy(watching, step.id);
  if (by) return promoted(by);
  const { analysis } = watching;
  const failing = analysis.find(({ verdict }) => verdict === 'fail');
  if (failing && ownDocumentOf(row).strategy.automaticRollback)
    return { state: 'failed', error: failing.said.text };
  const again = (text: string): StepOutcome => ({
    state: 'again',
    after: settings.interval,
    text,
  });
  if (failing) return again(`${failing.said.text} Somebody has to decide.`);
  if (watching.held) return again(`Held by ${watching.held.by}`);
  const { startedAt, heldMs: held } = watching.steps[step.id];
  const left = startedAt + held + seconds * 1000 - now;
  const deciding = analysis.filter(
    ({ metric, objective }) => metric === 'error_rate' || objective,
  );
  const open = deciding.find(({ verdict }) => verdict !== 'pass');
  const shown = open ?? deciding[0] ?? analysis[0];
  const text = shown?.said.text ?? 'Nothing is measured';
  if (left > 0)
    return {
      state: 'again',
      after: Math.max(500, Math.min(settings.interval, left)),
      text,
    };
  if (decides && open && settings.undecided === 'hold')
    return again(`${text} Somebody has to decide.`);
  return { state: 'succeeded', text };
}

/** Why it waits or went back is kept where a reader of the rollout sees it. */
async function keepWhy(
  { db, now }: RolloutContext,
  id: string,
  outcome: StepOutcome,
  watching: RolloutWatching,
  { analysis }: Look,
): Promise<void> {
  const failing = analysis.find(({ verdict }) => verdict === 'fail');
  const waits =
    outcome.state === 'again' &&
    !watching.held &&
    (outcome.text ?? '').endsWith('Somebody has to decide.');
  if (outcome.state !== 'failed' && !waits) return;
  const text = outcome.state === 'failed' ? outcome.error : outcome.text ?? '';
  await changeWatching(db, id, now(), before => ({
    ...before,
    ...(outcome.state === 'failed'
      ? { failed: failing?.said ?? say('rollout.failed', text) }
      : { waitsFor: say('rollout.waitsForPerson', text, { why: text }) }),
  }));
}

function watchOf(
  watching: RolloutWatching,
  id: string,
  now: number,
): StepWatch {
  return (
    watching.steps[id] ?? {
      startedAt: now,
      lookedAt: now,
      heldMs: 0,
      canary: noCounts,
      baseline: noCounts,
    }
  );
}

/** The time of a watch stands still while somebody holds it; looking goes on. */
function heldMs(watching: RolloutWatching, id: string, now: number): number {
  const known = watching.steps[id];
  if (!known) return 0;
  const { held } = watching;
  return held
    ? known.heldMs + Math.max(0, now - Math.max(known.lookedAt, held.at))
    : known.heldMs;
}

function promotedBy(watching: RolloutWatching, id: string): string | undefined {
  return watching.promotedFully ?? watching.promoted[id];
}

function promoted(by: string): StepOutcome {
  return { state: 'succeeded', text: `Promoted by ${by}` };
}

function inputOf(step: StepContext['step']): WatchInput {
  return step.input as unknown as WatchInput;
}
