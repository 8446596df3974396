import { shownName } from '../facts';
import type { Findings } from '../findings';
import { said } from '../said';
import type { EvidenceBook } from './EvidenceBook';

const most = 12;

/** Similar incidents, runbooks and owners, as far as they concern who is in trouble or suspected. */
export function addContext(
  book: EvidenceBook,
  { facts, troubles }: Findings,
  first: string[],
) {
  const likest = [...facts.similar]
    .sort((a, b) => (b.likeness ?? 0) - (a.likeness ?? 0))
    .slice(0, most);
  for (const similar of likest)
    book.add(
      {
        type: 'similar',
        entityRef: similar.origin,
        at: similar.resolvedAt,
        source: 'incidents',
        title: `${similar.id}: ${similar.title}`,
        text: [similar.rootCause, similar.mitigation]
          .filter(Boolean)
          .join('\n'),
        data: {
          incident: similar.id,
          likeness: similar.likeness,
          origin: similar.origin,
        },
        said: similar.origin
          ? said(
              'evidence.similarOrigin',
              `${similar.id} was like it; its cause was at ${shownName(
                similar.origin,
              )}`,
              {
                incident: similar.id,
                entity: shownName(similar.origin),
              },
            )
          : said('evidence.similar', `${similar.id} was like it`, {
              incident: similar.id,
            }),
      },
      similar,
    );
  const concerned = new Set(first);
  for (const { node, all } of troubles.values())
    if (all >= 0.12) concerned.add(node);
  const rules = new Set(facts.alerts.map(({ given }) => given.name));
  const fitting = facts.runbooks.filter(
    ({ node, alerts = [] }) =>
      alerts.some(alert => rules.has(alert)) ||
      (node !== undefined && concerned.has(node)) ||
      (node === undefined && !alerts.length),
  );
  for (const runbook of fitting.slice(0, most))
    book.add(
      {
        type: 'runbook',
        entityRef: runbook.node,
        source: 'runbooks',
        title: runbook.title,
        text: runbook.text,
        data: { ref: runbook.ref, alerts: runbook.alerts },
        said: said('evidence.runbook', `There is a runbook: ${runbook.title}`, {
          title: runbook.title,
        }),
      },
      runbook,
    );
  const owned = first
    .map(ref => facts.nodes.get(ref))
    .filter(node => node?.entity?.owner);
  for (const node of owned.slice(0, most)) {
    const entity = node!.entity!;
    const name = entity.title ?? shownName(node!.ref);
    book.add(
      {
        type: 'owner',
        entityRef: node!.ref,
        source: 'catalog',
        title: `${name}: ${entity.owner}`,
        data: { owner: entity.owner, system: entity.system, tier: entity.tier },
        said: said(
          'evidence.owner',
          `${shownName(entity.owner!)} owns ${name}`,
          {
            owner: shownName(entity.owner!),
            entity: name,
          },
        ),
      },
      entity,
    );
  }
}
