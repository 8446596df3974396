import { createServer } from 'node:net';
import { ConflictError } from '@backstage/errors';
import { serviceNames, type ServiceName } from './fleet/services';

/** The ports of one theatre: control, the services, Prometheus, Alertmanager, Kubernetes. */
export interface Ports {
  control: number;
  service(name: ServiceName): number;
  prometheus: number;
  alertmanager: number;
  kubernetes: number;
}

const span = serviceNames.length + 4;
const tries = 20;

export function portsFrom(base: number): Ports {
  return {
    control: base,
    service: name => base + 1 + serviceNames.indexOf(name),
    prometheus: base + span - 3,
    alertmanager: base + span - 2,
    kubernetes: base + span - 1,
  };
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** The first twelve free ports in a row, from `base` upwards. */
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
