import { Agent, request } from 'node:http';
import { Load } from './Load';
import { fleet, poolSize, type ServiceName } from './services';

/** A caller gives up after this long, the time in which it waits for a connection included. */
const timeoutMs = 5000;

interface Pool {
  used: Load;
  waiting: Load;
}

/** How a caller reaches the services: over HTTP on loopback, with so many connections to each, kept open. */
export class Client {
  private readonly agent: Agent;
  private readonly pools = new Map<ServiceName, Pool>();

  private constructor(
    private readonly addresses: ReadonlyMap<ServiceName, string>,
    private readonly size: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: size });
  }

  /** `size` connections to each service; more calls than that wait for one. */
  static create(options: {
    addresses: ReadonlyMap<ServiceName, string>;
    size?: number;
  }): Client {
    return new Client(options.addresses, options.size ?? poolSize);
  }

  /** Share of its fullest pool that is in use, 0 to 1, on average of the last seconds. */
  get connections(): number {
    return this.highest(({ used }) => used.mean / this.size);
  }

  /** Calls that wait for a connection of the pool that most wait for. */
  get queue(): number {
    return this.highest(({ waiting }) => waiting.current);
  }

  /** True when the service answered, and not with a server error. */
  call(service: ServiceName, path: string): Promise<boolean> {
    const url = this.addresses.get(service);
    const route = fleet
      .find(({ name }) => name === service)
      ?.routes.find(candidate => candidate.path === path);
    if (!url || !route) return Promise.resolve(false);
    const { used, waiting } = this.poolOf(service);
    let stage: Load | undefined = waiting;
    stage.begin();
    return new Promise<boolean>(resolve => {
      const call = request(
        `${url}${path}`,
        { agent: this.agent, method: route.method },
        response => {
          response.resume();
          response.once('end', () =>
            resolve((response.statusCode ?? 500) < 500),
          );
          response.once('error', () => resolve(false));
        },
      );
      const timer = setTimeout(() => {
        call.destroy(new Error('timed out'));
        // One that waits hears of it only when its turn has come.
        resolve(false);
      }, timeoutMs);
      call.once('socket', () => {
        if (!stage) return;
        stage.end();
        stage = used;
        stage.begin();
      });
      call.once('error', () => resolve(false));
      call.once('close', () => clearTimeout(timer));
      call.end();
    }).finally(() => {
      stage?.end();
      stage = undefined;
    });
  }

  close() {
    this.agent.destroy();
  }

  private highest(of: (pool: Pool) => number): number {
    return Math.max(0, ...[...this.pools.values()].map(of));
  }

  private poolOf(service: ServiceName): Pool {
    const known = this.pools.get(service);
    if (known) return known;
    const now = () => performance.now() / 1000;
    const pool = { used: Load.create({ now }), waiting: Load.create({ now }) };
    this.pools.set(service, pool);
    return pool;
  }
}
