import { mockCredentials } from '@backstage/backend-test-utils';
import { join } from 'node:path';
import type { CollectedEvidence } from '../../../plugins/incidents-backend/src/triage/evidence';
import { redactCase } from '../../../plugins/incidents-backend/src/triage/evidence/redactCase';
import { diagnose } from '../../../plugins/incidents-backend/src/triage/ranking';
import { Redactor } from '../../../plugins/incidents-backend/src/triage/redaction';
import { root } from '../../../scripts/process';
import { connect, type DatabaseKind } from '../../shared/connect';
import type { Databases } from '../../shared/databases';
import { median, quantile } from '../../shared/quantile';
import { quick } from '../../shared/quick';
import { formatSeconds, type Report } from '../../shared/Report';
import { sizes } from './benchIncident';
import { collectorOf } from './collectorOf';
import { fillIncident } from './fillIncident';
import { measureAnalysis } from './measureAnalysis';
import { timed } from './timed';
import { unredacted } from './unredacted';

const rounds = quick ? 5 : 60;
/** Alerts, burn, signals, changes, topology, logs, runbooks, similar, owners. */
const evidenceTypes = 9;
const mostReads = 20;
const mostMegabytes = 300;
const mostOfRedactor = 0.2;

/**
 * Evidence and ranking of an incident with many alerts on a large graph, and reads by primary key, in
 * turns; what the redactor takes of it; then what checking takes of a whole analysis of the same.
 */
export async function measureEvidence(
  report: Report,
  { databases, kind }: { databases: Databases; kind: DatabaseKind },
): Promise<void> {
  global.gc?.();
  const idle = process.memoryUsage().rss / 1e6;
  const connection = await databases.make(kind, 'triage');
  const db = connect(connection);
  try {
    await db.migrate.latest({
      directory: join(root, 'plugins/incidents-backend/migrations'),
    });
    const number = await fillIncident(db);
    const collector = collectorOf(db);
    const collect = () =>
      collector.collect(number, { credentials: mockCredentials.user() });
    const reads: number[] = [];
    const collected: number[] = [];
    /** Parts of the former, once more. */
    const ranked: number[] = [];
    const redacted: number[] = [];
    let peak = 0;
    for (let round = -5; round < rounds; round++) {
      const read = await timed(async () => {
        for (let n = 0; n < evidenceTypes; n++)
          await db('incidents').where({ number }).first();
      });
      let given: CollectedEvidence;
      const collecting = await timed(async () => {
        given = await collect();
      });
      const ranking = await timed(() => {
        const { suspects } = diagnose(given.case);
        if (!suspects.length) throw new Error('Nobody is suspected');
      });
      peak = Math.max(peak, process.memoryUsage().rss / 1e6);
      const raw = unredacted(given!.case);
      const redacting = await timed(() => {
        const redactor = Redactor.create();
        redactCase(raw, redactor);
        if (redactor.counts().length < 2)
          throw new Error('There was nothing to redact');
      });
      if (round < 0) continue;
      reads.push(read / evidenceTypes);
      collected.push(collecting);
      ranked.push(ranking);
      redacted.push(redacting);
    }
    const p95 = quantile(collected, 0.95);
    const allowed = quantile(reads, 0.95) * evidenceTypes * mostReads;
    const what = `evidence and ranking of ${sizes.alerts} alerts among ${sizes.entities} entities, ${kind}`;
    report.add({
      what: `${what}, p95`,
      ours: `${formatSeconds(p95)}, of it ranking ${formatSeconds(
        quantile(ranked, 0.95),
      )}`,
      theirs: `${formatSeconds(quantile(reads, 0.95))} a read by primary key`,
      ratio: `${((p95 / allowed) * mostReads).toFixed(1)} reads a type`,
      required: `at most ${mostReads}`,
      passed: p95 <= allowed,
    });
    report.add({
      what: `${what}, memory beyond an idle process`,
      ours: `${Math.round(peak - idle)} MB (${Math.round(peak)} MB in all)`,
      theirs: `${mostMegabytes} MB`,
      ratio: `${((peak - idle) / mostMegabytes).toFixed(2)}×`,
      required: 'at most 1×',
      passed: peak - idle <= mostMegabytes,
    });
    const share = median(redacted) / median(collected);
    report.add({
      what: `the redactor's share of it, ${kind}`,
      ours: `${formatSeconds(median(redacted))} (median)`,
      theirs: `${formatSeconds(median(collected))}, the whole`,
      ratio: `${(share * 100).toFixed(1)} %`,
      required: `at most ${mostOfRedactor * 100} %`,
      passed: share <= mostOfRedactor,
    });
    await measureAnalysis(report, { db, kind, collect });
  } finally {
    await db.destroy();
    await databases.drop(connection);
  }
}
