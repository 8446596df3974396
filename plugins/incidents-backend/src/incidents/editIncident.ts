import { ConflictError, InputError } from '@backstage/errors';
import {
  incidentIdOf,
  type IncidentEdit,
} from '@ghostlight/plugin-incidents-common';
import { readEntityRefs } from '@ghostlight/reliability-node';
import type { ServiceContext } from '../service/ServiceContext';
import { appendTimeline, type TimelineAppend } from './appendTimeline';
import { editEntities } from './editEntities';
import type { IncidentRow } from './IncidentRow';
import { lockIncident } from './lockIncident';
import { reindexIncidents } from './search';

/**
 * Changes what is given.
 *
 * @throws ConflictError when somebody changed the incident since `version` was read
 */
export async function editIncident(
  { db, now, graph, announcer }: ServiceContext,
  number: number,
  edit: IncidentEdit,
  by: string,
): Promise<void> {
  const channelUrl = readChannelUrl(edit.channelUrl);
  const entityRefs = readEntityRefs('entityRefs', edit.entityRefs);
  const at = now();
  await db.transaction(async trx => {
    const row = await lockIncident(trx, number, at);
    if (row.version !== edit.version)
      throw new ConflictError(
        `${incidentIdOf(number)} was changed meanwhile: you saw version ${
          edit.version
        }, it is ${row.version} now`,
      );
    const version = row.version + 1;
    const { mitigated, sloAffecting, severity } = edit;
    await trx('incidents')
      .where({ number })
      .update({
        version,
        ...(edit.title !== undefined && { title: edit.title }),
        ...(severity !== undefined && { severity }),
        ...(edit.summary !== undefined && { summary: edit.summary }),
        ...(edit.rootCause !== undefined && {
          root_cause: edit.rootCause || null,
        }),
        ...(edit.mitigation !== undefined && {
          mitigation: edit.mitigation || null,
        }),
        ...(mitigated !== undefined && {
          mitigated_at: mitigated ? row.mitigated_at ?? at : null,
        }),
        ...(sloAffecting !== undefined && {
          slo_affecting: sloAffecting,
          slo_affecting_by_hand: true,
        }),
        ...(channelUrl !== undefined && { channel_url: channelUrl || null }),
      });
    const entries = describeEdit(row, { ...edit, channelUrl });
    if (entityRefs)
      entries.push(
        ...(await editEntities(trx, graph, { number, entityRefs, at })),
      );
    if (entityRefs || edit.title !== undefined)
      await reindexIncidents(trx, [number]);
    await appendTimeline(
      trx,
      entries.map(entry => ({ ...entry, incident: number, at, author: by })),
    );
    await announcer.announce(trx, [
      {
        incident: number,
        kind:
          severity !== undefined && severity !== row.severity
            ? 'severity'
            : 'changed',
        key: `version:${version}`,
        at,
        by,
      },
    ]);
  });
}

type Entry = Omit<TimelineAppend, 'incident' | 'at' | 'author'>;

function describeEdit(row: IncidentRow, edit: IncidentEdit): Entry[] {
  const entries: Entry[] = [];
  const act = (text: string, data?: Record<string, string>) =>
    entries.push({ kind: 'action', text, data });
  const { title, severity, mitigated, sloAffecting, channelUrl } = edit;
  if (severity !== undefined && severity !== row.severity)
    entries.push({
      kind: 'severity',
      text: `Severity changed from ${row.severity} to ${severity}`,
      data: { from: row.severity, to: severity },
    });
  if (title !== undefined && title !== row.title)
    act(`Renamed to “${title}”`, { from: row.title, to: title });
  if (edit.summary !== undefined && edit.summary !== row.summary)
    act('Wrote the summary', { field: 'summary' });
  if (edit.rootCause !== undefined && edit.rootCause !== (row.root_cause ?? ''))
    act('Recorded the root cause', { field: 'rootCause' });
  if (
    edit.mitigation !== undefined &&
    edit.mitigation !== (row.mitigation ?? '')
  )
    act('Recorded the mitigation', { field: 'mitigation' });
  if (mitigated && row.mitigated_at === null)
    act('The mitigation was applied', { mitigated: 'true' });
  if (mitigated === false && row.mitigated_at !== null)
    act('The mitigation was not applied after all', { mitigated: 'false' });
  if (sloAffecting !== undefined)
    act(
      sloAffecting
        ? 'Affects objectives, by hand'
        : 'Affects no objective, by hand',
      { sloAffecting: String(sloAffecting) },
    );
  if (channelUrl !== undefined && channelUrl !== (row.channel_url ?? ''))
    act(channelUrl ? `Channel: ${channelUrl}` : 'Took the channel away', {
      field: 'channelUrl',
    });
  return entries;
}

/** @throws InputError unless it is empty or https */
function readChannelUrl(url: string | undefined): string | undefined {
  if (!url) return url;
  if (!/^https:\/\/[^\s]+$/i.test(url) || !URL.canParse(url))
    throw new InputError(
      'channelUrl: must be an address that begins with https://',
    );
  return url;
}
