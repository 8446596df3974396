import { z } from 'zod';
import { PrometheusError, excerpt } from '../PrometheusError';

/** A series of an answer. Points are `[epoch seconds, value]`; a value may be NaN or infinite. */
export interface AnswerSeries {
  labels: Record<string, string>;
  points: [number, number][];
  /** The series holds native histograms, which are no numbers. */
  histogram?: true;
}

const envelope = z.object({
  status: z.enum(['success', 'error']),
  errorType: z.string().optional(),
  error: z.string().optional(),
  data: z.unknown().optional(),
});
const result = z.object({
  resultType: z.string(),
  result: z.array(z.unknown()),
});
/** Only the frame is checked by schema; the points are many and are read by hand. */
const seriesFrame = z.object({
  metric: z.record(z.string(), z.string()),
  value: z.unknown().optional(),
  values: z.array(z.unknown()).optional(),
});

const reasonsOfErrorTypes: Record<string, PrometheusError['reason']> = {
  bad_data: 'bad-query',
  execution: 'bad-query',
  timeout: 'timeout',
  canceled: 'timeout',
  not_found: 'http-4xx',
};

function notPrometheus(why: string): PrometheusError {
  return new PrometheusError(
    'not-prometheus',
    `The answer does not come from the Prometheus API: ${why}`,
  );
}

/** How Prometheus, Thanos and Mimir say that a limit was hit. */
const limitHit = /too many|exceed|limit/i;

function byStatus(status: number): PrometheusError['reason'] {
  if (status === 413 || status === 414) return 'too-large';
  if (status >= 500) return 'http-5xx';
  return status >= 400 ? 'http-4xx' : 'not-prometheus';
}

/** The `data` of an answer; throws a PrometheusError for every other kind of answer. */
export function parseEnvelope(
  status: number,
  contentType: string,
  body: string,
): unknown {
  const isJson = /\bjson\b/.test(contentType) || /^\s*\{/.test(body);
  let json: unknown;
  try {
    json = isJson ? JSON.parse(body) : undefined;
  } catch {
    json = undefined;
  }
  const parsed = envelope.safeParse(json);
  if (!parsed.success) {
    if (status >= 400)
      throw new PrometheusError(byStatus(status), `HTTP status ${status}`);
    throw notPrometheus(
      isJson
        ? 'it is not the JSON that was expected'
        : `it is ${excerpt(contentType, 60) || 'of no stated type'}`,
    );
  }
  const { errorType = 'unknown', error = 'no message' } = parsed.data;
  if (parsed.data.status === 'success' && status < 400) return parsed.data.data;
  // VictoriaMetrics has the status as its type.
  const reason =
    reasonsOfErrorTypes[errorType] ??
    (status === 400 || status === 422
      ? 'bad-query'
      : byStatus(status >= 400 ? status : 500));
  throw new PrometheusError(
    reason,
    `Prometheus answered ${excerpt(errorType, 40)}: ${excerpt(error)}`,
    reason === 'too-large' || (reason === 'bad-query' && limitHit.test(error)),
  );
}

function point(raw: unknown): [number, number] {
  if (!Array.isArray(raw) || typeof raw[0] !== 'number')
    throw notPrometheus('a sample is not a pair of time and value');
  const text = raw[1];
  if (typeof text !== 'string')
    throw notPrometheus('a value is not a text with a number');
  if (text === '+Inf') return [raw[0], Infinity];
  if (text === '-Inf') return [raw[0], -Infinity];
  const value = text.trim() === '' ? NaN : Number(text);
  if (Number.isNaN(value) && text !== 'NaN')
    throw notPrometheus('a value is not a number');
  return [raw[0], value];
}

/** The series of an answer of the expected type. */
export function parseSeries(
  data: unknown,
  expected: 'matrix' | 'vector',
): AnswerSeries[] {
  const parsed = result.safeParse(data);
  if (!parsed.success) throw notPrometheus('it has no result');
  if (parsed.data.resultType !== expected)
    throw new PrometheusError(
      'wrong-type',
      `The result is a ${excerpt(
        parsed.data.resultType,
        40,
      )}, expected was a ${expected}`,
    );
  return parsed.data.result.map(raw => {
    const series = seriesFrame.safeParse(raw);
    if (!series.success) throw notPrometheus('a series has no labels');
    const { metric: labels, value, values } = series.data;
    const single = value === undefined ? undefined : [value];
    const points = expected === 'matrix' ? values : single;
    return points
      ? { labels, points: points.map(point) }
      : { labels, points: [], histogram: true };
  });
}
