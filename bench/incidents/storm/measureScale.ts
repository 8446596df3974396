import { defaultIncidentRules } from '../../../plugins/incidents-common/src';
import {
  Correlator,
  type CorrelatedAlert,
} from '../../../plugins/incidents-backend/src/correlation';
import {
  CatalogGraph,
  type Graph,
} from '../../../plugins/incidents-backend/src/graph';
import { makeCatalog } from './makeCatalog';
import { Random } from './Random';

/** What an alert costs with so many open ones. */
export interface Scale {
  open: number;
  /** Microseconds of processor time to place an alert and put it into its group. */
  place: number;
  /** The same with the suspects and symptoms of the groups that a batch touched. */
  all: number;
  groups: number;
  /** The most the whole process had so far, graph and generator included, in MB. */
  memory: number;
}

const entities = 10_000;
const measured = 2_000;
const batch = 200;
const names = ['HighErrorRate', 'HighLatency', 'ServiceDown', 'PodRestarting'];

/**
 * What correlation costs while so many alerts are open, all of which came in one after the other at
 * the same rate, on entities at random.
 */
export function measureScale(options: {
  sizes: number[];
  /** Default 1,000. */
  perMinute?: number;
}): Scale[] {
  const { sizes, perMinute = 1_000 } = options;
  const graph = CatalogGraph.fromEntities(makeCatalog(entities, 1));
  // Compiles the code.
  measure(graph, sizes[0], perMinute);
  return sizes.map(open => measure(graph, open, perMinute));
}

function measure(graph: Graph, open: number, perMinute: number): Scale {
  const correlator = Correlator.create({ graph, rules: defaultIncidentRules });
  const alerts = alertsOf(graph, perMinute);
  const book = { groups: 0 };
  for (let n = 0; n < open; n++) take(correlator, alerts.next().value, book);
  let [placing, judging] = [0, 0];
  for (let at = 0; at < measured; at += batch) {
    const touched = new Set<number>();
    const next = Array.from({ length: batch }, () => alerts.next().value);
    const begun = cpu();
    for (const alert of next) touched.add(take(correlator, alert, book));
    const placed = cpu();
    for (const group of touched) correlator.symptoms(group);
    placing += placed - begun;
    judging += cpu() - placed;
  }
  return {
    open,
    place: placing / measured,
    all: (placing + judging) / measured,
    groups: book.groups,
    memory: process.resourceUsage().maxRSS / 1e3,
  };
}

function take(
  correlator: Correlator,
  alert: CorrelatedAlert,
  book: { groups: number },
): number {
  const placement = correlator.place(alert, alert.startsAt);
  const group = placement.groupId ?? ++book.groups;
  correlator.put(group, alert);
  for (const other of placement.merges ?? []) correlator.merge(group, other);
  return group;
}

/** Without end; not kept, so that memory is that of the correlator. */
function* alertsOf(
  graph: Graph,
  perMinute: number,
): Generator<CorrelatedAlert, never> {
  const random = Random.create(5);
  const refs = [...graph.entities()].map(({ ref }) => ref);
  const step = 60_000 / perMinute;
  for (let id = 1; ; id++) {
    const ref = random.pick(refs);
    const name = random.pick(names);
    const service = ref.slice(ref.lastIndexOf('/') + 1);
    yield {
      id,
      adapter: 'alertmanager',
      name,
      title: `${service}: ${name}`,
      entityRef: ref,
      environment: 'production',
      severity: 'error',
      labels: {
        service,
        cluster: `cluster-${random.below(4)}`,
        pod: `${service}-${random.below(1000)}`,
      },
      startsAt: Math.round(1_700_000_000_000 + id * step),
      status: 'firing',
    };
  }
}

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
