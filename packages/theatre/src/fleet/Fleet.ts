import { fleet, type ServiceName } from './services';
import { Peers } from './Peers';
import { Service } from './Service';

/** All services of the demo, each its own HTTP server. */
export class Fleet {
  private constructor(
    readonly services: ReadonlyMap<ServiceName, Service>,
    readonly peers: Peers,
  ) {}

  /** `port` answers a service's port; 0 lets the system choose. */
  static async start(options: {
    port(service: ServiceName): number;
    seed?: number;
  }): Promise<Fleet> {
    const peers = Peers.create();
    const services = new Map<ServiceName, Service>();
    const started = new Fleet(services, peers);
    try {
      for (const [index, spec] of fleet.entries()) {
        const service = await Service.start({
          spec,
          port: options.port(spec.name),
          peers,
          seed: (options.seed ?? 1) * 100 + index,
        });
        services.set(spec.name, service);
        peers.register(spec.name, service.url);
      }
    } catch (error) {
      await started.stop();
      throw error;
    }
    return started;
  }

  get(name: ServiceName): Service {
    return this.services.get(name)!;
  }

  async stop() {
    this.peers.close();
    await Promise.all([...this.services.values()].map(s => s.stop()));
  }
}
