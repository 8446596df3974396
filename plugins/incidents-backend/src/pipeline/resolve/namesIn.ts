/** A name that an alert gives, and how far it can be trusted to be that of the entity. */
export interface NameHint {
  label: string;
  name: string;
  confidence: number;
}

/** Labels that by convention name what fires, the most telling first. */
const conventions: readonly (readonly [string, number])[] = [
  ['backstage.io/kubernetes-id', 0.98],
  ['backstage_io_kubernetes_id', 0.98],
  ['service', 0.95],
  ['service_name', 0.95],
  ['service.name', 0.95],
  ['component', 0.9],
  ['app', 0.9],
  ['app.kubernetes.io/name', 0.9],
  ['app_kubernetes_io_name', 0.9],
  ['application', 0.9],
  ['project', 0.8],
  ['deployment', 0.85],
  ['statefulset', 0.85],
  ['daemonset', 0.85],
  ['app.kubernetes.io/instance', 0.8],
  ['app_kubernetes_io_instance', 0.8],
  ['workload', 0.8],
  ['kube_deployment', 0.8],
  ['job', 0.8],
  ['container', 0.7],
  ['container_name', 0.7],
  ['pod', 0.75],
  ['pod_name', 0.75],
  ['database', 0.7],
  ['db', 0.7],
  ['queue', 0.65],
  ['topic', 0.65],
  ['host', 0.6],
  ['hostname', 0.6],
  ['instance', 0.55],
  ['namespace', 0.52],
  ['kube_namespace', 0.52],
];

/** Pods of deployments, replica sets, stateful sets and jobs carry what tells them from one another. */
const podSuffix =
  /(-[a-f0-9]{6,10})?-([bcdfghjklmnpqrstvwxz2456789]{5}|\d{1,4})$/;

/** Names that the labels give by convention, the most telling first. */
export function namesIn(labels: Readonly<Record<string, string>>): NameHint[] {
  const hints: NameHint[] = [];
  for (const [label, confidence] of conventions) {
    if (!Object.hasOwn(labels, label)) continue;
    const name = plainName(label, labels[label]);
    if (name) hints.push({ label, name, confidence });
  }
  return hints;
}

function plainName(label: string, value: string): string | undefined {
  let name = value.trim().toLowerCase();
  if (label.startsWith('pod')) name = name.replace(podSuffix, '');
  if (label === 'instance' || label.startsWith('host')) {
    // `payments.prod.example.org:8080` → `payments`; an address names nothing.
    if (/^[\d.:[\]a-f]+$/.test(name)) return undefined;
    name = name.replace(/:\d+$/, '').split('.')[0];
  }
  // `payments/api`, as jobs of Prometheus are called by its operator.
  const last = name.split('/').at(-1) ?? '';
  return last.length > 1 && last.length <= 100 ? last : undefined;
}
