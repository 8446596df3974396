import type { Adapter } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import {
  alertEventOf,
  firstInstant,
  given,
  hashOf,
  identity,
  instantOf,
  readDeliveries,
  severityOf,
} from '../shared';

const delivery = z.looseObject({
  sid: identity,
  search_name: z.string().nullish(),
  result: z.looseObject({}).nullish(),
});

/**
 * Fields of a row that say which thing it is about. Others, such as a count, differ with every run of
 * the search, and would make each run another alert.
 */
const identifying = ['entity', 'service', 'component', 'host', 'source'];

/**
 * Alerts of Splunk Enterprise and Splunk Cloud, sent by the Webhook alert action: the search and the
 * first row of its result. Splunk tells when a search fires, never when it is over, so there is no
 * `resolved` here.
 *
 * Fingerprint: the row's own `fingerprint` field, else app, search and what identifies the row's subject.
 *
 * Source: https://docs.splunk.com/Documentation/Splunk/latest/Alert/Webhooks (read November 2026)
 */
export const splunkAdapter: Adapter = {
  id: 'splunk',
  title: 'Splunk',
  contract: 'Webhook alert action',
  read: ({ body, receivedAt }) =>
    readDeliveries(body, {
      schema: delivery,
      fix: 'Use the Webhook alert action of a saved search',
      read(item, raw, path) {
        const row = item.result ?? {};
        const search = given(item.search_name);
        const at =
          firstInstant(path ? `${path}.result` : 'result', {
            _time: given(row._time),
          }) ?? ranAt(item.sid);
        return {
          alerts: [
            alertEventOf({
              fingerprint: given(row.fingerprint) ?? fingerprint(item, row),
              status: 'firing',
              name: [search, 'Search that is not saved'],
              title: [row.title, row.message, search],
              description: row.description ?? row.message ?? row._raw,
              severity: severityOf(row.severity ?? row.urgency, 'warning'),
              startsAt: at ?? receivedAt,
              labels: {
                ...row,
                _raw: undefined,
                app: item.app,
                search,
              },
              annotations: { sid: item.sid, owner: item.owner },
              url: item.results_link,
              raw,
            }),
          ],
        };
      },
    }),
};

function fingerprint(
  item: z.infer<typeof delivery>,
  row: Record<string, unknown>,
): string {
  return hashOf(
    given(item.app) ?? '',
    // A search that is not saved has no name; then each run is a thing of its own.
    given(item.search_name) ?? item.sid,
    ...identifying.map(field => given(row[field]) ?? ''),
  );
}

/** `scheduler__admin__search__W2_at_1427942640_178` ran at 1427942640. */
function ranAt(sid: string) {
  const seconds = /_at_(\d{9,11})(?:_|$)/.exec(sid.slice(-100))?.[1];
  return seconds ? instantOf(seconds, 'sid') : undefined;
}
