import type { EpochSeconds, Minute } from '@ghostlight/plugin-slo-common';
import type {
  MinuteSample,
  SourceIndicator,
  SourceReading,
} from '@ghostlight/plugin-slo-node';
import type { Knex } from 'knex';
import type { Ledger, RecordItem, RecordResult } from '../ledger';
import {
  writeSamplingStates,
  type SampledObjective,
  type SamplingState,
} from './database/samplingRows';
import type { Pending } from './planReads';

/** An objective to ask its source for. */
export interface SamplingTask extends Pending {
  sampled: SampledObjective;
  indicator: SourceIndicator;
}

/** What came of writing an answer down. */
export interface RecordedReadings {
  /** Minutes recorded. */
  samples: number;
  /** Ids of objectives whose source failed. */
  failed: number[];
  /** How far each objective is now. */
  states: Map<number, SamplingState>;
}

/**
 * Records what a source answered and how far its objectives are now, as a part of one transaction.
 * A failure concerns its own objective, which stays where it was.
 */
export async function recordReadings(
  trx: Knex.Transaction,
  ledger: Ledger,
  answer: {
    tasks: SamplingTask[];
    readings: Map<string, SourceReading>;
    /** First minute that was not asked for. */
    until: Minute;
    /** What is missing before this minute is a gap; after it, it may come yet. */
    gapsBefore: Minute;
    now: EpochSeconds;
  },
): Promise<RecordedReadings> {
  const { tasks, readings, until, gapsBefore, now } = answer;
  const samplesOf = (task: SamplingTask): MinuteSample[] => {
    const reading = readings.get(String(task.id));
    if (!reading || 'failure' in reading) return [];
    return reading.samples.filter(
      ({ minute }) => minute >= task.from && minute < until,
    );
  };
  const taken = new Map(tasks.map(task => [task.id, samplesOf(task)]));
  const results = await record(trx, ledger, tasks, taken);

  const states = new Map<number, SamplingState>();
  const failed: number[] = [];
  let count = 0;
  for (const task of tasks) {
    const { definitionHash, state } = task.sampled;
    const result = results.get(task.id);
    const failure = failureOf(readings.get(String(task.id)), result);
    if (failure) {
      failed.push(task.id);
      states.set(task.id, {
        ...state,
        definitionHash,
        ...failure,
        failingSince: state.failingSince ?? now,
      });
      continue;
    }
    const samples = taken.get(task.id) ?? [];
    count += samples.length;
    const newest = samples.reduce(
      (most, { minute }) => Math.max(most, minute + 1),
      task.from,
    );
    states.set(task.id, {
      definitionHash,
      sampledTo: Math.min(until, Math.max(newest, gapsBefore)),
      ...(!samples.length && {
        reason: 'empty',
        message: 'The source has nothing for this indicator at that time',
      }),
    });
  }
  await writeSamplingStates(
    trx,
    [...states].map(([id, state]) => ({ id, state })),
  );
  return { samples: count, failed, states };
}

async function record(
  trx: Knex.Transaction,
  ledger: Ledger,
  tasks: SamplingTask[],
  taken: Map<number, MinuteSample[]>,
): Promise<Map<number, RecordResult>> {
  const batch = tasks.flatMap((task): RecordItem[] => {
    const samples = taken.get(task.id);
    const { method, timeSlice, window } = task.sampled.objective;
    return samples?.length
      ? [{ objectiveId: task.id, method, timeSlice, window, samples }]
      : [];
  });
  const results = await ledger.record(batch, { transaction: trx });
  return new Map(results.map(result => [result.objectiveId, result]));
}

function failureOf(
  reading: SourceReading | undefined,
  result: RecordResult | undefined,
): { reason: string; message: string } | undefined {
  if (reading && 'failure' in reading) return reading.failure;
  // Nothing could be counted of what a source gave that does not keep its word.
  if (!result?.rejected.length || result.accepted || result.replaced) {
    return undefined;
  }
  return { reason: 'not-a-number', message: result.rejected[0].reason };
}
