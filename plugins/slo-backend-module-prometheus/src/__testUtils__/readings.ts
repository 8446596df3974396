import type { ServerResponse } from 'node:http';
import type { JsonObject } from '@backstage/types';
import type {
  SourceIndicator,
  SourceReading,
} from '@ghostlight/plugin-slo-node';
import { json, matrix, testSource } from './servers';
import type { Asked } from './servers';

/** A minute that is over, and not long ago. */
export const minute = Math.floor(Date.now() / 60_000) - 3;
export const range = { from: minute, to: minute + 1 };
export const end = minute + 1;

export function ratio(
  service: string,
  metric = 'http_requests_total',
): SourceIndicator {
  const only = `service="${service}"`;
  return {
    kind: 'ratio',
    source: 'default',
    counter: true,
    good: { query: `sum(${metric}{${only},code!~"5.."})` },
    total: { query: `sum(${metric}{${only}})` },
  };
}
export const raw: SourceIndicator = {
  kind: 'raw',
  source: 'default',
  rawType: 'failure',
  raw: { query: 'errors:ratio' },
};
export const threshold: SourceIndicator = {
  kind: 'threshold',
  source: 'default',
  metric: { query: 'latency:p99' },
  operator: 'lt',
  threshold: 0.5,
};

/** Reads the one minute from a server. */
export async function readItems(
  { url }: { url: string },
  items: Record<string, SourceIndicator> = { only: ratio('a') },
  settings: JsonObject = {},
): Promise<SourceReading[]> {
  return testSource({ url, ...settings }).read({
    items: Object.entries(items).map(([key, indicator]) => ({
      key,
      indicator,
    })),
    ...range,
  });
}

export function failures(readings: SourceReading[]) {
  return readings.map(r => ('failure' in r ? r.failure.reason : 'no failure'));
}

/** The values of `service` that a merged query asks for. */
export function askedServices({ form }: Asked): string[] {
  const [, , values] = /service=(~?)"([^"]*)"/.exec(form.get('query')!)!;
  return values.split('|');
}

/** Answers every service with 100 in total and 99 good. */
export function answerAll(asked: Asked, response: ServerResponse) {
  const value = asked.form.get('query')!.includes('!~') ? '99' : '100';
  json(
    response,
    matrix(
      askedServices(asked).map(service => ({
        metric: { service },
        values: [[end, value]],
      })),
    ),
  );
}
