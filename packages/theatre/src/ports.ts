import { createServer } from 'node:net';
import { ConflictError } from '@backstage/errors';
import { serviceNames, type ServiceName } from './fleet/services';

/** The ports of one theatre: control, the services, Prometheus, Alertmanager, Kubernetes, Slack. */
export interface Ports {
  control: number;
  service(name: ServiceName): number;
  prometheus: number;
  alertmanager: number;
  kubernetes: number;
  slack: number;
}

const span = serviceNames.length + 5;
const tries = 20;

export function portsFrom(base: number): Ports {
  return {
    control: base,
    service: name => base + 1 + serviceNames.indexOf(name),
    prometheus: base + span - 4,
    alertmanager: base + span - 3,
    kubernetes: base + span - 2,
    slack: base + span - 1,
  };
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** The first thirteen free ports in a row, from `base` upwards. */
export async function findPorts(base: number): Promise<Ports> {
  for (let first = base; first < base + tries * span; first += span) {
    const row = Array.from({ length: span }, (_, index) => first + index);
    const free = await Promise.all(row.map(isFree));
    if (free.every(Boolean)) return portsFrom(first);
  }
  throw new ConflictError(
    `No ${span} free ports in a row from ${base}; name another first port with THEATRE_PORT`,
  );
}
