import { Agent, request } from 'node:http';
import { fleet, type ServiceName } from './services';

/** A caller gives up after this long. */
const timeoutMs = 5000;

/** How the services reach each other: over HTTP on loopback, with connections kept open. */
export class Peers {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 32 });
  private readonly addresses = new Map<ServiceName, string>();

  private constructor() {}

  static create() {
    return new Peers();
  }

  register(service: ServiceName, url: string) {
    this.addresses.set(service, url);
  }

  /** True when the service answered, and not with a server error. */
  call(service: ServiceName, path: string): Promise<boolean> {
    const url = this.addresses.get(service);
    const route = fleet
      .find(({ name }) => name === service)
      ?.routes.find(candidate => candidate.path === path);
    if (!url || !route) return Promise.resolve(false);
    return new Promise(resolve => {
      const call = request(
        `${url}${path}`,
        { agent: this.agent, method: route.method, timeout: timeoutMs },
        response => {
          response.resume();
          response.once('end', () =>
            resolve((response.statusCode ?? 500) < 500),
          );
          response.once('error', () => resolve(false));
        },
      );
      call.once('timeout', () => call.destroy(new Error('timed out')));
      call.once('error', () => resolve(false));
      call.end();
    });
  }

  close() {
    this.agent.destroy();
  }
}
