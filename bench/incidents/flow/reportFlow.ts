import type { Connection } from '../../shared/connect';
import { quantile } from '../../shared/quantile';
import { formatSeconds, type Report } from '../../shared/Report';
import { perMinute } from '../sizes';
import { measureFlow } from './measureFlow';

const mostSeconds = 2;

/** @param where - in words, what the database holds already */
export async function reportFlow(
  report: Report,
  connection: Connection,
  where: string,
): Promise<void> {
  const { latencies, memory } = await measureFlow(connection);
  const lost = latencies.filter(seconds => !Number.isFinite(seconds)).length;
  const [p50, p95, most] = [0.5, 0.95, 1].map(share =>
    quantile(latencies, share),
  );
  report.add({
    what: `p95 from 202 to incident, ${where}, ${connection.kind}`,
    ours: `${formatSeconds(p95)}, ${perMinute.toLocaleString(
      'en',
    )} alerts a minute`,
    theirs: `median ${formatSeconds(p50)}, most ${formatSeconds(most)}, of ${
      latencies.length
    }${lost ? `, ${lost} never` : ''}; whole backend ${memory.toFixed(0)} MB`,
    ratio: '',
    required: `< ${mostSeconds} s`,
    passed: p95 < mostSeconds && lost === 0,
  });
}
