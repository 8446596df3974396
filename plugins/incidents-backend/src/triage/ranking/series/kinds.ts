import type { TriageCase } from '@ghostlight/plugin-incidents-common';

export type MetricKind = NonNullable<
  NonNullable<TriageCase['metrics']>[number]['kind']
>;

/**
 * What a series tells: `cause` (a resource of the entity itself), `symptom` (what its callers see, and
 * what rises with any of its dependencies), `traffic` (what others ask of it).
 */
export type Nature = 'cause' | 'symptom' | 'traffic' | 'other';

/** Read from top to bottom; the first that fits a name wins. */
const words: [MetricKind, RegExp][] = [
  ['restarts', /restart|oom|crash|uptime_reset/],
  [
    'errors',
    /err(or)?s?\b|error|fail|exception|5xx|4xx|status_?5|reject|refus|abort|panic|unavailab|success_?rate|availability/,
  ],
  [
    'queue',
    /queue|backlog|pending|consumer_?lag|(^|_)lag($|_)|inflight|in_flight/,
  ],
  [
    'connections',
    /conn(ection)?s?\b|connect|pool|socket|threads?\b|file_?desc|open_?fds|goroutine/,
  ],
  [
    'saturation',
    /throttl|satura|pressure|steal|iowait|evict|wait_?time|lock|deadlock/,
  ],
  [
    'latency',
    /latenc|duration|response_?time|resp_?time|(^|_)rt($|_)|p[59]\d(\d)?($|_)|delay|elapsed|time_?taken|ttfb|mrt|rtt/,
  ],
  [
    'memory',
    /mem(ory)?\b|memory|(^|_)mem|rss|heap|working_?set|swap|page_?cache|(^|_)ram/,
  ],
  ['cpu', /cpu|load_?(1|5|15|avg|average)\b|processor/],
  [
    'disk',
    /disk|(^|_)fs_|filesystem|volume|iops|diskio|inode|blkio|(^|_)io_|storage/,
  ],
  [
    'network',
    /net(work)?_|network|packet|retrans|(^|_)drop|bytes?_(sent|rec|in|out|tx|rx)|receive|transmit|bandwidth|(^|_)(rx|tx)(_|$)|tcp/,
  ],
  [
    'requests',
    /request|req_|(^|_)(rps|qps|tps|rpm)(_|$)|workload|throughput|calls?\b|traffic|hits|(^|_)load$|ops\b|count$/,
  ],
];

/** What is measured, told or guessed from the name. */
export function kindOf(name: string, told?: MetricKind): MetricKind {
  if (told) return told;
  const plain = name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');
  return words.find(([, form]) => form.test(plain))?.[0] ?? 'other';
}

const natures: Record<MetricKind, Nature> = {
  cpu: 'cause',
  memory: 'cause',
  disk: 'cause',
  network: 'cause',
  saturation: 'cause',
  // By Little's law they rise with latency, wherever that comes from.
  connections: 'symptom',
  restarts: 'cause',
  queue: 'symptom',
  errors: 'symptom',
  latency: 'symptom',
  requests: 'traffic',
  other: 'other',
};

export const natureOf = (kind: MetricKind): Nature => natures[kind];

/** More of these is good: what is left, what succeeded, whether it is up. */
const betterHigh =
  /free|avail|idle|remaining|left|success|(^|_)up$|ready|healthy|hit_?rate|apdex/i;

/** Whether a rise (1) or a fall (-1) of it is trouble. */
export function badDirection(name: string): 1 | -1 {
  return betterHigh.test(name) && !/unavail|not_?ready|unhealthy/i.test(name)
    ? -1
    : 1;
}
