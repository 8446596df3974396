import type { Connection } from '../shared/connect';
import type { RulesPeer } from './peer/RulesPeer';
import type { RulesVariant } from './peer/slothRules';
import { median } from '../shared/quantile';
import { formatSeconds, type Report } from '../shared/Report';
import { prometheusSeconds, rounds, warmUpTicks } from './sizes';
import { startTicking, type TickProcess } from './TickProcess';

const variants: Record<RulesVariant, string> = {
  shipped: 'rules as Sloth writes them',
  exact: 'with 30 d counted by events',
};

/** Judging all objectives from the ledger against a Prometheus evaluating their rules, in turns. */
export async function compareEvaluation(
  report: Report,
  options: {
    connections: Connection[];
    measuredTo: number;
    peer: RulesPeer | undefined;
  },
): Promise<void> {
  const { connections, measuredTo, peer } = options;
  const workers: TickProcess[] = [];
  try {
    const ours = new Map<Connection, number[]>();
    for (const connection of connections) {
      const worker = await startTicking(connection, measuredTo);
      workers.push(worker);
      ours.set(connection, []);
      for (let n = 0; n < warmUpTicks; n++) await worker.ask('tick');
    }
    const theirs: Record<RulesVariant, number[]> = { shipped: [], exact: [] };
    for (let round = 0; round < rounds; round++) {
      for (const [index, connection] of connections.entries()) {
        const { judging, objectives } = await workers[index].ask('tick');
        ours.get(connection)?.push(judging.cpu / objectives);
      }
      const cost = await peer?.measure(prometheusSeconds);
      if (!cost) continue;
      theirs.shipped.push(cost.shipped.cpuSeconds);
      theirs.exact.push(cost.exact.cpuSeconds);
    }
    for (const [{ kind }, costs] of ours) {
      const own = median(costs);
      for (const variant of ['shipped', 'exact'] as const) {
        const what = `CPU to evaluate one objective, ${kind}`;
        if (!peer) {
          if (variant === 'exact') continue;
          report.add({
            what,
            ours: formatSeconds(own),
            theirs: 'no Prometheus',
            ratio: '',
          });
          continue;
        }
        const peerCost = median(theirs[variant]);
        const ratio = peerCost / own;
        report.add({
          what,
          ours: formatSeconds(own),
          theirs: `${formatSeconds(peerCost)}, Prometheus, ${
            variants[variant]
          }`,
          ratio: `${ratio.toFixed(0)} × less`,
          required: '≥ 50 × less',
          passed: ratio >= 50,
        });
      }
    }
  } finally {
    await Promise.all(workers.map(worker => worker.stop()));
  }
}
