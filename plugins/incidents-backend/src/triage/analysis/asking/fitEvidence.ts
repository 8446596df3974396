import type {
  EvidenceItem,
  EvidenceType,
  TriageReport,
} from '@ghostlight/plugin-incidents-common';
import { asShown } from '../tools/ToolBox';

/** Which kinds go first where there is no room for all. */
const order: EvidenceType[] = [
  'change',
  'burn',
  'alert',
  'metric',
  'log',
  'similar',
  'runbook',
  'topology',
  'owner',
  'tool',
];
/** Of a text in the first question; the tool gives the rest. */
const mostText = 700;

/**
 * As many records as there is room for: those of the suspects first, then of each kind in turn. In the
 * order of their ids, as a model sees them.
 */
export function fitEvidence(
  items: EvidenceItem[],
  report: TriageReport,
  mostBytes: number,
): { items: EvidenceItem[]; leftOut: number } {
  const byId = new Map(items.map(item => [item.id, item]));
  const wanted = new Set<EvidenceItem>();
  for (const { change, supporting, contradicting } of report.suspects)
    for (const id of [
      change ?? '',
      ...supporting.slice(0, 10),
      ...contradicting.slice(0, 5),
    ]) {
      const item = byId.get(id);
      if (item) wanted.add(item);
    }
  const kinds = order.map(type => items.filter(item => item.type === type));
  const longest = Math.max(0, ...kinds.map(({ length }) => length));
  for (let n = 0; n < longest; n++)
    for (const kind of kinds) if (kind[n]) wanted.add(kind[n]);
  const chosen = new Set<string>();
  let room = mostBytes;
  for (const item of wanted) {
    const size = sizeOf(cutItem(item));
    if (size > room) break;
    room -= size;
    chosen.add(item.id);
  }
  const fitted = items.filter(({ id }) => chosen.has(id)).map(cutItem);
  return { items: fitted, leftOut: items.length - fitted.length };
}

function cutItem(item: EvidenceItem): EvidenceItem {
  if (item.text.length <= mostText) return item;
  const text = item.text.slice(0, mostText).replace(/[\ud800-\udbff]$/, '');
  return { ...item, text: `${text}…`, truncated: true };
}

export function sizeOf(item: EvidenceItem): number {
  return Buffer.byteLength(JSON.stringify(asShown(item))) + 1;
}
