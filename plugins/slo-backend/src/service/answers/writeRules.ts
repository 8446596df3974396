import { parseEntityRef } from '@backstage/catalog-model';
import { generateRules } from '@ghostlight/plugin-slo-common';
import { getObjectiveRows } from '../database/objectiveRows';
import type { RulesFormat } from '../ObjectivesService';
import { readEntityRef } from '@ghostlight/reliability-node';
import type { ServiceContext } from '../ServiceContext';

/** The entity's objectives as Prometheus rules. */
export async function writeRules(
  { db }: ServiceContext,
  entityRef: string,
  format: RulesFormat,
): Promise<string> {
  const ref = readEntityRef('entityRef', entityRef);
  const rows = await getObjectiveRows(db, { entityRef: ref });
  const { name } = parseEntityRef(ref);
  return generateRules(
    rows.map(row => row.objective),
    { format, name: resourceName(`ghostlight-slo-${name}`) },
  );
}

/** A name that Kubernetes takes. */
function resourceName(text: string): string {
  return text
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, 253)
    .replace(/-+$/, '');
}
