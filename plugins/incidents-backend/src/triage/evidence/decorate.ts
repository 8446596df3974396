import type { EvidenceItem } from '@ghostlight/plugin-incidents-common';
import { say } from '@ghostlight/reliability-node';
import { logKey, type OwnerNote } from './EvidencePart';

const longest = 2_000;

/** Records with where each is shown in the portal, and at their end who answers for what is affected. */
export function decorate(
  items: readonly EvidenceItem[],
  options: {
    incidentId: string;
    owners: readonly OwnerNote[];
    /** Of logs. */
    links: ReadonlyMap<string, string>;
  },
): EvidenceItem[] {
  const { incidentId, owners, links } = options;
  const known = items.map(item => {
    const link = item.link ?? placeOf(item, incidentId, links);
    return link ? { ...item, link } : { ...item };
  });
  owners.forEach(({ entityRef, owner = '–', lines }, place) =>
    known.push({
      id: `E${items.length + place + 1}`,
      type: 'owner',
      entityRef,
      source: 'on-call',
      title: `${entityRef}: ${owner}`.slice(0, 300),
      text: lines.join('\n').slice(0, longest),
      link: pageOf(entityRef),
      said: say('triage.evidence.oncall', `${owner} answers for ${entityRef}`, {
        owner,
        entity: entityRef,
      }),
    }),
  );
  return known;
}

function placeOf(
  item: EvidenceItem,
  incidentId: string,
  links: ReadonlyMap<string, string>,
): string | undefined {
  const { type, entityRef, data, source } = item;
  if (type === 'alert') return `/incidents/${incidentId}`;
  if (type === 'similar')
    return typeof data?.incident === 'string'
      ? `/incidents/${encodeURIComponent(data.incident)}`
      : undefined;
  if (type === 'runbook')
    return typeof data?.ref === 'string'
      ? `/runbooks/${encodeURIComponent(data.ref.replace('/', ':'))}`
      : undefined;
  if (type === 'log') return links.get(logKey(source, entityRef ?? ''));
  return entityRef ? pageOf(entityRef) : undefined;
}

/** An entity's page, when it is one of the catalog. */
function pageOf(entityRef: string): string | undefined {
  const [, kind, namespace, name] =
    /^([^:/]+):([^:/]+)\/([^/]+)$/.exec(entityRef) ?? [];
  return kind
    ? `/catalog/${[namespace, kind, name].map(encodeURIComponent).join('/')}`
    : undefined;
}
