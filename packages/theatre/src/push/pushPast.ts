import type { Sample } from '@ghostlight/plugin-slo-common';
import { Past, pastDays, stepSeconds, type Happening } from '../past/Past';
import type { SimulatedSpan } from '../past/writeBlocks';
import type { Portal } from '../portal/Portal';
import { pushedObjectives } from './pushedObjectives';

/** Samples in one request. */
const batch = 10_000;

/** Good and total of one minute of the simulated past. */
function count(steps: Happening[], counts: 'ok' | 'fast') {
  const sum = (read: (step: Happening) => number) =>
    steps.reduce((total, step) => total + read(step), 0);
  const ok = sum(step => step.ok);
  if (counts === 'fast') {
    return {
      good: Math.round(sum(step => step.ok * step.fastShare)),
      total: ok,
    };
  }
  return { good: ok, total: ok + sum(step => step.failed) };
}

/** The minutes of the simulated past as samples, oldest first. */
export function* pastSamples(span: SimulatedSpan): Generator<Sample> {
  const past = Past.create({ from: span.from });
  for (let start = span.from; start + 60 <= span.to; start += 60) {
    const steps = [];
    for (let at = start + stepSeconds; at <= start + 60; at += stepSeconds) {
      steps.push(past.step(at));
    }
    const minute = new Date(start * 1000).toISOString();
    for (const { ref, service, counts } of pushedObjectives) {
      const happenings = steps.map(step => step.services[service]);
      yield { ref, minute, ...count(happenings, counts) };
    }
  }
}

/** Back-dated pushes of the simulated past. The same past may be pushed again. */
export async function pushPast(options: {
  portal: Portal;
  span: SimulatedSpan;
  log(line: string): void;
}): Promise<void> {
  const { portal, span, log } = options;
  let samples: Sample[] = [];
  let accepted = 0;
  let refused: string | undefined;
  const send = async () => {
    const result = await portal.push(samples);
    accepted += result.accepted;
    refused = refused ?? result.refused;
    samples = [];
  };
  for (const sample of pastSamples(span)) {
    samples.push(sample);
    if (samples.length === batch) await send();
  }
  if (samples.length) await send();
  log(
    `pushed ${accepted} minutes of simulated past${
      refused ? `; the portal refused some: ${refused}` : ''
    }`,
  );
}

/** The days up to the minute before this one. */
export function pastUntil(now: number, days = pastDays): SimulatedSpan {
  const to = Math.floor(now / 60) * 60;
  return { from: to - days * 86_400, to };
}
