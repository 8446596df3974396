import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory, { type Knex } from 'knex';
import { findProgram, say } from '../../../scripts/process';
import { median, quantile } from '../../shared/quantile';
import { formatSeconds, type Report } from '../../shared/Report';
import { quick } from '../../shared/quick';
import { makeBatches } from './alertBatches';
import { AlertmanagerPeer } from './AlertmanagerPeer';
import { DurablePostgres } from './DurablePostgres';
import { insertRaw } from './insertRaw';
import { IntakeProcess } from './IntakeProcess';
import { sendAtOnce, sendSteadily } from './sendLoad';

/** Alerts of one request, and requests under way at a time. */
const perBatch = 100;
const connections = 16;
const alertsPerRound = quick ? 2_000 : 40_000;
const rounds = 3;
/** Alerts a second, of smaller requests, for a while. */
const steadyRate = 1_500;
const steadyBatch = 10;
const steadySeconds = quick ? 3 : 60;

const migrations = join(
  __dirname,
  '../../../plugins/incidents-backend/migrations',
);
const headers = { authorization: 'Bearer mock-service-token' };

interface Rates {
  ours: number[];
  raw: number[];
  alertmanager: number[];
}

/**
 * Durable intake against a real Alertmanager's own, which keeps alerts in memory, and against the
 * inserts alone. The three take turns.
 */
export async function measureIntake(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ghostlight-intake-'));
  const postgres = await DurablePostgres.start();
  const db = knexFactory({
    client: 'pg',
    connection: postgres.url,
    pool: { min: 0, max: 10 },
  });
  const program = ['prometheus-alertmanager', 'alertmanager']
    .map(findProgram)
    .find(path => path);
  let intake: IntakeProcess | undefined;
  let peer: AlertmanagerPeer | undefined;
  try {
    await db.migrate.latest({ directory: migrations });
    intake = await IntakeProcess.start({ database: postgres.url });
    if (program) peer = await AlertmanagerPeer.start({ program, folder });
    await reportThroughput(report, { db, intake, peer });
    await reportSteady(report, { db, intake });
  } finally {
    await peer?.stop();
    await intake?.stop();
    await db.destroy();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function reportThroughput(
  report: Report,
  systems: { db: Knex; intake: IntakeProcess; peer?: AlertmanagerPeer },
) {
  const { db, intake, peer } = systems;
  const rates: Rates = { ours: [], raw: [], alertmanager: [] };
  const latencies: number[] = [];
  const theirs: number[] = [];
  const batches = alertsPerRound / perBatch;
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    const made = makeBatches({ batches, perBatch, series: round });
    await db.raw('truncate inbox, deliveries');
    const ours = await sendAtOnce(
      { url: intake.url, headers, status: 202 },
      made.map(({ webhook }) => webhook),
      connections,
    );
    await assertKept(db, alertsPerRound);
    const raw = await insertRaw(db, {
      rows: alertsPerRound,
      perStatement: 500,
      connections: 4,
    });
    const alertmanager =
      peer &&
      (await sendAtOnce(
        { url: `${peer.url}/api/v2/alerts`, status: 200 },
        made.map(({ api }) => api),
        connections,
      ));
    if (!round) continue;
    rates.ours.push(alertsPerRound / ours.seconds);
    rates.raw.push(alertsPerRound / raw);
    latencies.push(...ours.latencies);
    if (alertmanager) {
      rates.alertmanager.push(alertsPerRound / alertmanager.seconds);
      theirs.push(...alertmanager.latencies);
    }
    say(
      `bench incidents: ${formatRate(rates.ours)} ours, ${formatRate(
        rates.raw,
      )} raw, ${formatRate(rates.alertmanager)} Alertmanager`,
    );
  }
  const ofRaw = median(rates.ours) / median(rates.raw);
  report.add({
    what: `Durable intake, ${perBatch} alerts a request`,
    ours: formatRate(rates.ours),
    theirs: `${formatRate(rates.raw)}, the same rows inserted alone`,
    ratio: `${ofRaw.toFixed(2)} ×`,
    required: '≥ 0.5 ×',
    passed: ofRaw >= 0.5,
  });
  if (!peer) {
    report.skip('Intake by Alertmanager', 'no alertmanager on the PATH');
    return;
  }
  const ofPeer = median(rates.ours) / median(rates.alertmanager);
  report.add({
    what: 'Durable intake, the same alerts',
    ours: formatRate(rates.ours),
    theirs: `${formatRate(rates.alertmanager)}, Alertmanager, in memory`,
    ratio: `${ofPeer.toFixed(2)} ×`,
  });
  report.add({
    what: 'p99 of the acknowledgement at full speed',
    ours: formatSeconds(quantile(latencies, 0.99)),
    theirs: `${formatSeconds(quantile(theirs, 0.99))}, Alertmanager`,
    ratio: `${(quantile(latencies, 0.99) / quantile(theirs, 0.99)).toFixed(
      1,
    )} ×`,
  });
}

async function reportSteady(
  report: Report,
  { db, intake }: { db: Knex; intake: IntakeProcess },
) {
  const requests = (steadyRate / steadyBatch) * steadySeconds;
  const bodies = makeBatches({
    batches: requests,
    perBatch: steadyBatch,
    series: 1_000,
  }).map(({ webhook }) => webhook);
  await db.raw('truncate inbox, deliveries');
  const { seconds, latencies } = await sendSteadily(
    { url: intake.url, headers, status: 202 },
    bodies,
    steadyRate / steadyBatch,
  );
  await assertKept(db, requests * steadyBatch);
  const rate = (requests * steadyBatch) / seconds;
  report.add({
    what: `p99 of the acknowledgement, ${steadyBatch} alerts a request`,
    ours: formatSeconds(quantile(latencies, 0.99)),
    theirs: `${Math.round(rate)} alerts/s for ${Math.round(
      seconds,
    )} s, median ${formatSeconds(quantile(latencies, 0.5))}`,
    ratio: '',
    required: '≥ 1,000 alerts/s',
    passed: rate >= 1_000,
  });
}

/** Whatever was acknowledged is there, and once. */
async function assertKept(db: Knex, alerts: number) {
  const [{ kept }] = await db('inbox').count({ kept: '*' });
  if (Number(kept) !== alerts)
    throw new Error(`${kept} alerts were kept of ${alerts} acknowledged`);
}

function formatRate(rates: number[]): string {
  return `${Math.round(median(rates)).toLocaleString('en')} alerts/s`;
}
