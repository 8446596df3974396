import type { Adapter } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import {
  alertEventOf,
  firstInstant,
  given,
  identity,
  readDeliveries,
  severityOf,
  UnreadableError,
  valueOf,
} from '../shared';

const template = z.looseObject({
  id: identity,
  state: z.string(),
});

const states = new Map<string, 'firing' | 'resolved'>([
  ['CREATED', 'firing'],
  ['ACTIVATED', 'firing'],
  ['ACKNOWLEDGED', 'firing'],
  ['DEACTIVATED', 'resolved'],
  ['CLOSED', 'resolved'],
]);

/**
 * Issues of New Relic, sent by a workflow's webhook with its default template or with the longer one
 * of our README.
 *
 * Fingerprint: the issue's id. An issue that opens again is another issue, so flapping can only be seen
 * inside New Relic. Times are milliseconds since the epoch.
 *
 * Source: https://docs.newrelic.com/docs/alerts/get-notified/custom-variables-incident-workflows/
 * (read November 2026)
 */
export const newRelicAdapter: Adapter = {
  id: 'new-relic',
  title: 'New Relic',
  contract: 'workflow webhook, default template or Ghostlight template 1',
  read: ({ body, receivedAt }) =>
    readDeliveries(body, {
      schema: template,
      fix: 'Use a workflow with a webhook, and its default template or that of the README',
      read(item, raw, path) {
        const status = states.get(item.state.trim().toUpperCase());
        if (!status) {
          throw new UnreadableError(
            'not a state of an issue: expected CREATED, ACTIVATED or CLOSED',
            path ? `${path}.state` : 'state',
            valueOf('CREATED, ACTIVATED, CLOSED'),
          );
        }
        const created = firstInstant(path, { createdAt: item.createdAt });
        const ended = firstInstant(path, {
          closedAt: item.closedAt,
          updatedAt: item.updatedAt,
        });
        const conditions = textsOf(item.alertConditionNames);
        const entities = textsOf(item.impactedEntities);
        return {
          alerts: [
            alertEventOf({
              fingerprint: item.id,
              status,
              name: [conditions[0], item.title],
              title: [item.title, conditions[0]],
              description: textsOf(item.description).join('\n'),
              severity: severityOf(item.priority, 'warning'),
              startsAt: created ?? receivedAt,
              endsAt: status === 'resolved' ? ended ?? receivedAt : undefined,
              labels: {
                ...tagsOf(item.tags),
                entity: entities,
                policy: textsOf(item.alertPolicyNames),
                condition: conditions,
                source: textsOf(item.sources),
                account: item.accountId,
                workflow: item.workflowName,
              },
              annotations: {
                runbook_url: textsOf(item.runbookUrl),
                entity_guids: textsOf(item.entityGuids),
                nrql: textsOf(item.nrqlQuery),
                incidents: item.totalIncidents,
                trigger: item.trigger,
              },
              url: item.issueUrl,
              raw,
            }),
          ],
        };
      },
    }),
};

function textsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value.slice(0, 50) : [value];
  return list.map(given).filter(text => text !== undefined);
}

/** `accumulations.tag` is a record of lists: `{service: ['payments']}`. */
function tagsOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return {};
  return { ...value };
}
