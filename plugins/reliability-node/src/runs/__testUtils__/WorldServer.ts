import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A platform on the loopback that counts what is done to it, and outlives who does it. */
export class WorldServer {
  /** How often each action was applied. */
  readonly applied = new Map<string, number>();
  /** How often each was asked for. */
  readonly asked = new Map<string, number>();
  /** What came and was never answered. */
  held = 0;
  /** Answers 409 to what it has applied already, as a platform with versions of its resources does. */
  guarded = false;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<WorldServer> {
    const server = createServer();
    const world = new WorldServer(server);
    server.on('request', (request, response) => {
      const id = request.url!.split('/').pop()!;
      const has = world.applied.get(id) ?? 0;
      if (request.method === 'GET') {
        response.writeHead(has ? 200 : 404).end();
        return;
      }
      world.asked.set(id, (world.asked.get(id) ?? 0) + 1);
      // Cut off before anything changed.
      if (request.headers['x-hold']) {
        world.held += 1;
        return;
      }
      if (has && world.guarded) {
        response.writeHead(409).end();
        return;
      }
      world.applied.set(id, has + 1);
      response.end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return world;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
