import { ConflictError } from '@backstage/errors';
import type {
  Postmortem,
  PostmortemEdit,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { appendTimeline } from '../incidents';
import { lockIncident } from '../incidents/lockIncident';
import { readRecord } from './database/readRecord';
import type { Language } from './Language';
import { draftPostmortem } from './draftPostmortem';

/**
 * The postmortem of an incident as saved, or a draft in that language made from the record while none
 * is.
 *
 * @throws NotFoundError
 */
export async function readPostmortem(
  db: Knex,
  number: number,
  now: number,
  language: Language = 'en',
): Promise<Postmortem> {
  const [record, saved] = await Promise.all([
    readRecord(db, number, now),
    db('postmortems').where('incident_number', number).first(),
  ]);
  return {
    incidentId: record.id,
    title: record.title,
    actionItems: record.followUps,
    ...(saved
      ? {
          state: saved.state,
          sections: JSON.parse(saved.sections),
          version: saved.version,
          updatedAt: new Date(Number(saved.updated_at)).toISOString(),
          updatedBy: saved.updated_by,
        }
      : {
          state: 'draft',
          sections: draftPostmortem(record, language),
          version: 0,
        }),
  };
}

/**
 * Saves a postmortem. What was published stays so.
 *
 * @throws NotFoundError
 * @throws ConflictError when somebody saved another version meanwhile
 */
export async function savePostmortem(
  db: Knex,
  number: number,
  edit: PostmortemEdit,
  { now, by }: { now: number; by: string },
): Promise<void> {
  const { sections, version, publish } = edit;
  await db.transaction(async trx => {
    await lockIncident(trx, number, now, { merged: true });
    const saved = await trx('postmortems')
      .where('incident_number', number)
      .first('version', 'state');
    if ((saved?.version ?? 0) !== version)
      throw new ConflictError(
        `version: somebody saved version ${saved?.version} meanwhile; read it and apply your change to that`,
      );
    const published = publish || saved?.state === 'published';
    await trx('postmortems')
      .insert({
        incident_number: number,
        state: published ? 'published' : 'saved',
        sections: JSON.stringify(sections),
        version: version + 1,
        updated_at: now,
        updated_by: by,
      })
      .onConflict('incident_number')
      .merge();
    const text =
      published && saved?.state !== 'published'
        ? 'Postmortem published'
        : `Postmortem saved, version ${version + 1}`;
    await appendTimeline(trx, [
      {
        incident: number,
        at: now,
        kind: 'link',
        author: by,
        text,
        key: `postmortem-${version + 1}`,
      },
    ]);
  });
}
