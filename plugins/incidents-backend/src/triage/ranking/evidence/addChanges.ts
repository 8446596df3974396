import { shownName } from '../facts';
import type { Findings } from '../findings';
import { changeProximity } from '../rankers';
import { said } from '../said';
import { iso } from '../words/numbers';
import type { EvidenceBook } from './EvidenceBook';

const most = 30;
/** Changes in this time before the onset are of interest, ms. */
const before = 24 * 3_600_000;

export function addChanges(book: EvidenceBook, { facts, onset }: Findings) {
  const near = facts.changes
    .filter(({ at }) => at >= onset.at - before)
    .map(change => ({ change, nearness: changeProximity(change, onset.at) }))
    .sort((a, b) => b.nearness - a.nearness || b.change.at - a.change.at)
    .slice(0, most)
    .sort((a, b) => a.change.at - b.change.at);
  for (const { change } of near) {
    const { given, node, at } = change;
    const { kind, title, version, author, outcome, url } = given;
    const minutes = Math.round((onset.at - at) / 60_000);
    const entity = node === undefined ? '' : shownName(node);
    const where = entity ? ` of ${entity}` : '';
    book.add(
      {
        type: 'change',
        entityRef: node,
        at: iso(at),
        source: 'changes',
        link: url && /^(https?:\/\/|\/)/.test(url) ? url : undefined,
        title,
        text: [kind, version, author, outcome].filter(Boolean).join(', '),
        data: { kind, version, outcome, minutesBefore: minutes },
        said:
          minutes >= 0
            ? said(
                'evidence.change',
                `${kind}${where} ${minutes} min before it began: ${title}`,
                { kind, entity, minutes, title },
              )
            : said(
                'evidence.changeAfter',
                `${kind}${where} ${-minutes} min after it began: ${title}`,
                { kind, entity, minutes: -minutes, title },
              ),
      },
      change,
    );
  }
}
