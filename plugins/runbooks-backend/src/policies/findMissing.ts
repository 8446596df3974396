import type { Finding, PolicySpec } from '@ghostlight/plugin-runbooks-common';
import type { Knex } from 'knex';
import type { Document } from '../documents';

/** Refs in one statement, whose parameters are bounded. */
const chunk = 500;

/** Of each policy, by ref, the rungs whose runbook is not there or has errors: nothing can be done by them. */
export async function findMissing(
  db: Knex,
  policies: Document<PolicySpec>[],
): Promise<Map<string, Finding[]>> {
  const wanted = [
    ...new Set(
      policies.flatMap(({ spec }) =>
        (spec?.ladder ?? []).flatMap(rung =>
          'runbookRef' in rung ? rung.runbookRef : [],
        ),
      ),
    ),
  ];
  const readable = new Map<string, boolean>();
  for (let at = 0; at < wanted.length; at += chunk) {
    const rows: { ref: string; is_readable: number | boolean }[] = await db(
      'documents',
    )
      .where({ kind: 'runbook' })
      .whereIn('ref', wanted.slice(at, at + chunk))
      .select('ref', db.raw('(spec is not null) as is_readable'));
    for (const { ref, is_readable: is } of rows) readable.set(ref, Boolean(is));
  }
  return new Map(
    policies.map(({ ref, spec }) => [
      ref,
      (spec?.ladder ?? []).flatMap((rung, at): Finding[] => {
        if (!('runbookRef' in rung) || readable.get(rung.runbookRef)) return [];
        const isThere = readable.has(rung.runbookRef);
        return [
          {
            severity: 'error',
            path: `spec.do[${at}].runbook`,
            code: isThere ? 'broken-runbook' : 'missing-runbook',
            message: isThere
              ? 'The runbook has errors and cannot be run.'
              : 'The catalog has no such runbook.',
            found: rung.runbookRef,
          },
        ];
      }),
    ]),
  );
}
