import { bareName, type Facts, type LogFact } from '../facts';
import type { LogFinding } from './Findings';

const shortest = 3;
/** Of a name that is also a word of many a message. */
const wordy = new Set([
  'error',
  'errors',
  'service',
  'server',
  'client',
  'system',
  'user',
  'users',
  'request',
  'database',
  'default',
  'host',
  'node',
  'app',
  'api',
  'job',
  'time',
  'log',
  'test',
  'http',
]);
const hostForm =
  /(?:\/\/|\blookup |\bhost[=: ]+|\bto |\bupstream[=: ]+|\bdial tcp:? )((?:[a-z0-9-]+\.)+(?:com|net|org|io|dev|app|cloud|eu|us|internal|example))\b/gi;

/** Like errors of one template; those before the onset are what is usual. */
export function findLogs(facts: Facts, onset: number): LogFinding[] {
  const groups = new Map<
    string,
    { logs: LogFact[]; count: number; before: number; told?: number }
  >();
  let earliest = onset;
  for (const log of facts.logs) {
    earliest = Math.min(earliest, log.at);
    const key = `${log.node ?? ''}\n${templateOf(log.given.text)}`;
    let group = groups.get(key);
    if (!group) {
      group = { logs: [], count: 0, before: 0 };
      groups.set(key, group);
    }
    const count = log.given.count ?? 1;
    const end = log.given.until ? Date.parse(log.given.until) : log.at;
    if (end < onset) group.before += count;
    else {
      group.count += count;
      group.logs.push(log);
    }
    if (log.given.before !== undefined)
      group.told = (group.told ?? 0) + log.given.before;
  }
  // What was logged before says how often to expect it in as long a time.
  const past = onset - earliest;
  const now = Math.max(1, facts.at - onset);
  const hasPast = past > now / 10;
  const find = mentionFinder(facts);
  const found: LogFinding[] = [];
  for (const [key, { logs, count, before, told }] of groups) {
    if (!logs.length) continue;
    const expected = told ?? (hasPast ? (before * now) / past : undefined);
    const [log] = logs;
    found.push({
      log,
      template: key.slice(key.indexOf('\n') + 1),
      count,
      before: expected,
      novelty: noveltyOf(count, expected),
      mentions: find(log),
    });
  }
  return found.sort(
    (a, b) =>
      Number(b.log.isError) - Number(a.log.isError) ||
      b.novelty - a.novelty ||
      b.count - a.count ||
      (a.template < b.template ? -1 : 1),
  );
}

/** Without a past an error says half of what a new one says. */
function noveltyOf(count: number, expected: number | undefined): number {
  const volume = Math.min(1, 0.55 + 0.15 * Math.log2(count));
  if (expected === undefined) return 0.5 * volume;
  const surprise = (count - expected) / Math.sqrt(expected + 1) / 3;
  return (
    Math.max(0, Math.min(1, surprise * 1.5)) *
    volume *
    (count > expected * 1.5 ? 1 : 0)
  );
}

/** A line without what differs from one of its kind to the next. */
export function templateOf(text: string): string {
  return text
    .slice(0, 400)
    .replace(/\b[0-9a-f]{8}-[0-9a-f-]{20,}\b/gi, '‹id›')
    .replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{8,}\b/gi, '‹id›')
    .replace(/\d+(?:[.,:]\d+)*/g, '‹n›')
    .replace(/\s+/g, ' ')
    .trim();
}

function mentionFinder({ nodes }: Facts): (log: LogFact) => string[] {
  const byName = new Map<string, string>();
  for (const ref of nodes.keys()) {
    const name = bareName(ref);
    if (name.length >= shortest && !wordy.has(name)) byName.set(name, ref);
  }
  const cache = new Map<string, string[]>();
  return ({ node, given: { text } }) => {
    const lower = text.slice(0, 1000).toLowerCase();
    let found = cache.get(lower);
    if (!found) {
      const refs = new Set<string>();
      for (const [word] of lower.matchAll(/[a-z0-9][a-z0-9_.-]*[a-z0-9]/g)) {
        const ref =
          byName.get(word) ??
          byName.get(word.split('.')[0]) ??
          byName.get(word.replace(/_/g, '-'));
        if (ref) refs.add(ref);
      }
      for (const [, host] of lower.matchAll(hostForm)) {
        const known = [...refs].some(ref => {
          const name = bareName(ref);
          return host === name || host.split('.').includes(name);
        });
        if (!known) refs.add(host);
      }
      found = [...refs].sort();
      cache.set(lower, found);
    }
    return found.filter(ref => ref !== node);
  };
}
