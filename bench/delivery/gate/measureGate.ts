import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { say } from '../../../scripts/process';
import { fillDatabase as fillIncidents } from '../../incidents/api/fillDatabase';
import { stitchedCatalog } from '../../incidents/backend/stitchedCatalog';
import {
  connect,
  type Connection,
  type DatabaseKind,
} from '../../shared/connect';
import type { Databases } from '../../shared/databases';
import { median, quantile } from '../../shared/quantile';
import { quick } from '../../shared/quick';
import { formatSeconds, type Report } from '../../shared/Report';
import { fillDatabase as fillSlo } from '../../slo/fillDatabase';
import { entityAt, evaluationAt, fillGate, versionAt } from './fillGate';
import { GateBackend, type Family } from './GateBackend';

const most = 10;
const entities = quick ? 500 : 10_000;
const rounds = quick ? 2 : 5;
const callsEach = quick ? 50 : 400;
const warmUp = 50;
const families: Family[] = ['delivery', 'incidents', 'slo'];

/**
 * How long a verdict takes beside a read of one row by its primary key, through the same HTTP, when each
 * is about another entity: the other families are asked over HTTP, in one process.
 */
export async function measureGate(
  report: Report,
  options: { databases: Databases; kind: DatabaseKind },
): Promise<void> {
  const { databases, kind } = options;
  const made: { family: Family; connection: Connection; db: Knex }[] = [];
  for (const family of families) {
    const connection = await databases.make(kind, `gate_${family}`);
    made.push({ family, connection, db: connect(connection) });
  }
  const of = (family: Family) => made.find(one => one.family === family)!;
  try {
    await fillGate(of('delivery').connection, of('delivery').db, entities);
    await fillIncidents(of('incidents').connection, of('incidents').db, {
      incidents: entities,
      openIncidents: Math.round(entities / 50),
      openAlerts: entities / 10,
      entities,
      teams: 100,
      systems: 400,
    });
    await fillFindings(of('incidents').db, entities);
    await fillSlo(of('slo').connection, of('slo').db, {
      objectives: entities,
      days: 1,
      minutes: 60,
      detailed: 0,
      to: Math.floor(Date.now() / 60_000),
    });
    say(`bench delivery: ${kind} filled for ${entities} entities`);
    for (const { db } of made)
      if (kind === 'SQLite') await db.raw('pragma synchronous = off');
    const clients = Object.fromEntries(
      made.map(({ family, db }) => [family, db]),
    ) as Record<Family, Knex>;
    const backend = await GateBackend.start(clients, stitchedCatalog(entities));
    try {
      const { gate, row, verdicts } = await measure(backend);
      report.add({
        what: `p95 of a verdict, ${entities} entities, ${kind}`,
        ours: formatSeconds(gate),
        theirs: `${formatSeconds(row)}, one row by primary key`,
        ratio: `${(gate / row).toFixed(1)} ×`,
        required: `≤ ${most} ×`,
        passed: gate <= most * row,
      });
      say(`bench delivery: verdicts were ${verdicts}`);
    } finally {
      await backend.stop();
    }
  } finally {
    for (const { connection, db } of made) {
      await db.destroy();
      await databases.drop(connection);
    }
  }
}

/** One in six entities has a finding that is let through. */
async function fillFindings(db: Knex, of: number): Promise<void> {
  const rows = Array.from({ length: Math.floor(of / 6) }, (_, n) => ({
    adapter: 'trivy',
    key: String(n),
    entity_ref: entityAt(n * 6),
    rule: 'CVE-2026-1',
    title: 'A library can be made to stop',
    severity: n % 2 ? 'high' : 'medium',
    target: 'image',
    first_seen_at: 1,
    last_seen_at: 2,
  }));
  await db.batchInsert('findings', rows, 200);
}

/** Medians over the rounds of p95, in seconds; each call is about an entity that none was about lately. */
async function measure(backend: GateBackend) {
  const times = { gate: [] as number[], row: [] as number[] };
  const verdicts = new Map<string, number>();
  let n = 0;
  for (let round = 0; round <= rounds; round++) {
    const gate: number[] = [];
    const row: number[] = [];
    for (let turn = 0; turn < (round ? callsEach : warmUp); turn++) {
      n = (n + 7919) % entities;
      const { seconds, body } = await backend.askGate(
        entityAt(n),
        versionAt(n),
      );
      gate.push(seconds);
      row.push((await backend.readRow(evaluationAt(n))).seconds);
      if (body.checks.some((check: Check) => check.verdict === 'unknown'))
        throw new Error(`A check failed: ${JSON.stringify(body)}`);
      verdicts.set(body.verdict, (verdicts.get(body.verdict) ?? 0) + 1);
    }
    await sleep(500);
    if (!round) continue;
    times.gate.push(quantile(gate, 0.95));
    times.row.push(quantile(row, 0.95));
  }
  return {
    gate: median(times.gate),
    row: median(times.row),
    verdicts: [...verdicts]
      .map(([name, count]) => `${count} ${name}`)
      .join(', '),
  };
}

interface Check {
  verdict: string;
}
