import { shownName, type AlertFact } from '../facts';
import type { Findings } from '../findings';
import { said } from '../said';
import { iso, isoOrNot } from '../words/numbers';
import type { EvidenceBook } from './EvidenceBook';

const most = 60;
const mostLabels = 12;

/** One item for all alerts of one rule at one entity. */
export function addAlerts(book: EvidenceBook, { facts }: Findings) {
  const groups = new Map<string, AlertFact[]>();
  for (const alert of facts.alerts) {
    const key = `${alert.node ?? ''}\n${alert.given.name}`;
    const group = groups.get(key);
    if (group) group.push(alert);
    else groups.set(key, [alert]);
  }
  const worst = (group: AlertFact[]) =>
    Math.max(...group.map(({ weight }) => weight));
  const shown = [...groups.values()]
    .sort((a, b) => worst(b) - worst(a) || a[0].at - b[0].at)
    .slice(0, most)
    .sort((a, b) => a[0].at - b[0].at);
  for (const group of shown) {
    const [{ given, node, at }] = group;
    const count = group.reduce(
      (sum, alert) => sum + (alert.given.count ?? 1),
      0,
    );
    const ends = group.map(({ until }) => until);
    const labels = Object.entries(given.labels ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, mostLabels)
      .map(([name, value]) => `${name}=${value}`);
    const severity = given.severity ?? 'error';
    const name = node === undefined ? '?' : shownName(node);
    book.add(
      {
        type: 'alert',
        entityRef: node,
        at: iso(at),
        until: ends.includes(undefined)
          ? undefined
          : isoOrNot(Math.max(...(ends as number[]))),
        source: 'alerts',
        title: given.title ?? given.name,
        text: [given.name, given.description, labels.join(' ')]
          .filter(Boolean)
          .join('\n'),
        data: { rule: given.name, severity, count },
        said: said(
          'evidence.alert',
          `${given.name} (${severity}) at ${name}${
            count > 1 ? `, ${count} times` : ''
          }`,
          { rule: given.name, severity, entity: name, count },
        ),
      },
      ...group,
    );
  }
}
