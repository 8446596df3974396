import { say } from '@ghostlight/reliability-node';
import { whereAlertVisible } from '../../../alerts/whereAlertVisible';
import { isoOf, isoOrNot } from '../../../service/times';
import type { EvidencePart, PartContext } from '../EvidencePart';

const most = 200;
const mostGroups = 2_000;
const severities = ['critical', 'error', 'warning', 'info'] as const;

type Severity = (typeof severities)[number];

/** Alerts that say the same of the same entity. */
interface AlertGroup {
  id: number | string;
  name: string;
  entity_ref: string | null;
  severity: string;
  starts_at: number | string;
  ends_at: number | string | null;
  open: number | string;
  n: number | string;
}

/**
 * Alerts of the incident, those that say the same of the same entity as one, the most telling first:
 * two queries, however many there are.
 */
export async function readAlerts(context: PartContext): Promise<EvidencePart> {
  const { db } = context.context;
  const { number, at } = context.scope;
  const query = db('alerts')
    .where('incident_number', number)
    .where('starts_at', '<=', at)
    .groupBy('name', 'entity_ref', 'severity')
    .orderByRaw('starts_at, id')
    .limit(mostGroups)
    .select(
      'name',
      'entity_ref',
      'severity',
      db.raw('min(id) as id'),
      db.raw('min(starts_at) as starts_at'),
      db.raw('max(ends_at) as ends_at'),
      db.raw("sum(case when status = 'firing' then 1 else 0 end) as open"),
      db.raw('count(*) as n'),
    );
  whereAlertVisible(query, context.visible?.alerts);
  const groups: AlertGroup[] = await query;
  const kept = mostTelling(groups);
  const details = await readDetails(
    context,
    kept.map(({ id }) => Number(id)),
  );
  const left = groups.length - kept.length;
  return {
    case: {
      alerts: kept.map(group => {
        const detail = details.get(Number(group.id));
        return {
          id: String(group.id),
          name: group.name,
          title: detail?.title,
          description: detail?.description ?? undefined,
          entityRef: group.entity_ref ?? undefined,
          severity: readSeverity(group.severity),
          startsAt: isoOf(group.starts_at),
          endsAt: Number(group.open) ? undefined : isoOrNot(group.ends_at),
          labels: detail ? JSON.parse(detail.labels) : undefined,
          count: Number(group.n),
        };
      }),
    },
    ...(left > 0 && {
      missing: [
        say(
          'triage.missing.alerts',
          `${left} kinds of alerts of this incident are not looked at: only the ${kept.length} most telling are`,
          { left, kept: kept.length },
        ),
      ],
    }),
  };
}

/** Half by when they began, whatever their severity: causes are earlier than symptoms. */
function mostTelling(groups: AlertGroup[]): AlertGroup[] {
  const kept = new Set(groups.slice(0, most / 2));
  const bySeverity = [...groups].sort(
    (a, b) =>
      severities.indexOf(readSeverity(a.severity)) -
        severities.indexOf(readSeverity(b.severity)) ||
      Number(a.starts_at) - Number(b.starts_at) ||
      Number(a.id) - Number(b.id),
  );
  for (const group of bySeverity) {
    if (kept.size >= most) break;
    kept.add(group);
  }
  return bySeverity.filter(group => kept.has(group));
}

function readSeverity(text: string): Severity {
  return severities.find(severity => severity === text) ?? 'info';
}

interface Detail {
  id: number | string;
  title: string;
  description: string | null;
  labels: string;
}

async function readDetails(
  { context: { db } }: PartContext,
  ids: number[],
): Promise<Map<number, Detail>> {
  const rows: Detail[] = await db('alerts')
    .whereIn('id', ids)
    .select('id', 'title', 'description', 'labels');
  return new Map(rows.map(row => [Number(row.id), row]));
}
