import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CorrelatedAlert } from '../../../plugins/incidents-backend/src/correlation';
import { CatalogGraph } from '../../../plugins/incidents-backend/src/graph';
import { alertmanagerBody, type SentAlert } from '../backend/alertmanagerBody';
import { stitchedCatalog } from '../backend/stitchedCatalog';
import { makeStorm } from '../storm/makeStorm';

const perDelivery = 50;
/** Of one storm; so many entities have one of them. */
const entitiesPerFault = 500;
const betweenStorms = 60 * 60_000;
/** From its beginning to its end, of each alert. */
const lasts = 20 * 60_000;

/**
 * Writes deliveries of an Alertmanager line by line: a storm every hour, and each of its alerts is
 * reported again when it is over, so half of what is recorded are beginnings and half are ends.
 *
 * @param file - new
 */
export async function writeRecording(
  file: string,
  options: { alerts: number; entities: number },
): Promise<void> {
  await pipeline(Readable.from(lines(options)), createWriteStream(file));
}

function* lines(options: { alerts: number; entities: number }) {
  const { alerts, entities } = options;
  const graph = CatalogGraph.fromEntities(stitchedCatalog(entities));
  const faults = Math.max(1, Math.round(entities / entitiesPerFault));
  let left = alerts;
  for (let number = 0; left > 0; number++) {
    const storm = makeStorm({ graph, seed: number + 1, faults });
    const reports = storm.alerts
      .flatMap(alert => reportsOf(alert, number * betweenStorms))
      .sort((a, b) => a.at - b.at)
      .slice(0, left);
    left -= reports.length;
    for (let from = 0; from < reports.length; from += perDelivery) {
      const some = reports.slice(from, from + perDelivery);
      const line = {
        adapter: 'alertmanager',
        receivedAt: some[some.length - 1].at,
        body: alertmanagerBody(some.map(({ alert }) => alert)),
      };
      yield `${JSON.stringify(line)}\n`;
    }
  }
}

/** That it fires, and that it is over. */
function reportsOf(
  { name, title, severity, labels, startsAt }: CorrelatedAlert,
  later: number,
): { at: number; alert: SentAlert }[] {
  const [begins, ends] = [startsAt + later, startsAt + later + lasts];
  const all = { ...labels, alertname: name, severity };
  const firing: SentAlert = {
    status: 'firing',
    labels: all,
    annotations: { summary: title },
    startsAt: new Date(begins).toISOString(),
    endsAt: '0001-01-01T00:00:00Z',
    fingerprint: createHash('sha256')
      .update(JSON.stringify(all))
      .digest('hex')
      .slice(0, 16),
  };
  const endsAt = new Date(ends).toISOString();
  return [
    { at: begins, alert: firing },
    { at: ends, alert: { ...firing, status: 'resolved', endsAt } },
  ];
}
