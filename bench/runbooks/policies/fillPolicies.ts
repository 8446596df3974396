import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { compileDocument } from '../../../plugins/runbooks-backend/src/documents';
import { instant } from '../contextOf';

const rows = 90;

/** What the alert of the incidents is called that so many policies are for. */
export const alertOf = (matches: number) => `Bench${matches}`;

/** So many policies, of which some are for each of the alerts, and the rest for alerts of their own. */
export async function fillPolicies(
  db: Knex,
  { policies, matches }: { policies: number; matches: number[] },
): Promise<void> {
  const alerts = matches.flatMap(n => Array<string>(n).fill(alertOf(n)));
  const documents = Array.from({ length: policies }, (_, n) =>
    compileDocument(policyOf(n, alerts[n] ?? `Other${n}`), {
      actions: new Map([[instant.id, { reversible: true }]]),
      now: Date.now(),
    }),
  );
  await db.batchInsert(
    'documents',
    documents.map(({ row }) => row),
    rows,
  );
  await db.batchInsert(
    'document_keys',
    documents.flatMap(({ row, keys }) =>
      keys.map(key => ({ ref: row.ref, kind: row.kind, key })),
    ),
    rows,
  );
}

function policyOf(n: number, alert: string) {
  const spec: JsonObject = {
    owner: 'payers',
    triggers: [{ alert }],
    mode: 'suggest',
    do: [{ action: instant.id, input: { n } }],
    limits: { storm: { incidents: 10_000, within: '1m' } },
  };
  return {
    apiVersion: 'ghostlight.dev/v1',
    kind: 'RemediationPolicy',
    metadata: { name: `policy-${n}`, namespace: 'default' },
    spec,
  };
}
