import { shownName } from '../facts';
import type { Findings } from '../findings';
import { said } from '../said';
import { iso, rounded } from '../words/numbers';
import type { EvidenceBook } from './EvidenceBook';

const most = 40;
const least = 0.1;

/** Templates that are new or more frequent; errors first, then in order of their first line. */
export function addLogs(book: EvidenceBook, { logs }: Findings) {
  const told = logs
    .filter(({ novelty, log }) => novelty >= (log.isError ? least : 0.5))
    .slice(0, most)
    .sort((a, b) => a.log.at - b.log.at);
  for (const finding of told) {
    const { log, count, before, novelty } = finding;
    const { given, node, at } = log;
    const entity = node === undefined ? '?' : shownName(node);
    book.add(
      {
        type: 'log',
        entityRef: node,
        at: iso(at),
        until: given.until,
        source: given.source ?? 'logs',
        title: given.text.slice(0, 120),
        text: given.text,
        data: {
          level: given.level,
          count,
          ...(before !== undefined && { before: rounded(before, 1) }),
          novelty: rounded(novelty, 2),
        },
        said: frequencyOf(entity, count, before),
      },
      finding,
    );
  }
}

function frequencyOf(entity: string, count: number, before?: number) {
  if (before === undefined)
    return said('evidence.log', `${entity} logs this ${count} times`, {
      entity,
      count,
    });
  if (before < 0.5)
    return said(
      'evidence.logNew',
      `${entity} logs what it did not before, ${count} times`,
      { entity, count },
    );
  const usual = rounded(before, 0);
  return said(
    'evidence.logMore',
    `${entity} logs this ${count} times, ${usual} in as long before`,
    { entity, count, before: usual },
  );
}
