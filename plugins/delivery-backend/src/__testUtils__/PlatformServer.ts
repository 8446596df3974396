import { ConflictError, NotFoundError } from '@backstage/errors';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type {
  FakeApp,
  FakePatch,
  FakePlatform,
  PlatformApi,
} from './FakePlatform';

/** A fake platform on the loopback, which outlives whoever changes it. */
export class PlatformServer {
  /** What happens to the next change: it is not answered, and was made or not. */
  hold?: 'before' | 'after';
  /** Changes that came and were never answered. */
  held = 0;

  private constructor(
    private readonly server: Server,
    private readonly platform: FakePlatform,
  ) {}

  static async start(platform: FakePlatform): Promise<PlatformServer> {
    const server = createServer();
    const started = new PlatformServer(server, platform);
    server.on('request', async (request, response) => {
      const answer = await started.answer(request);
      if (answer) response.writeHead(answer.status).end(answer.text);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return started;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(
    request: IncomingMessage,
  ): Promise<{ status: number; text: string } | undefined> {
    const { platform } = this;
    const app = decodeURIComponent(request.url!.slice(1));
    try {
      if (request.method === 'GET')
        return { status: 200, text: JSON.stringify(await platform.read(app)) };
      const patch = (await json(request)) as FakePatch;
      const { hold } = this;
      this.hold = undefined;
      if (hold !== 'before') await platform.patch(app, patch);
      if (!hold) return { status: 200, text: '{}' };
      this.held += 1;
      return undefined;
    } catch (error) {
      const { name, message } = error as Error;
      const status = name === 'NotFoundError' ? 404 : 409;
      return { status, text: message };
    }
  }
}

/** The same as a driver in another process sees it. */
export function remotePlatform(url: string): PlatformApi {
  const call = async (app: string, init?: RequestInit) => {
    const answer = await fetch(`${url}/${encodeURIComponent(app)}`, init);
    const text = await answer.text();
    if (answer.status === 404) throw new NotFoundError(text);
    if (answer.status === 409) throw new ConflictError(text);
    return text;
  };
  return {
    read: async app => JSON.parse(await call(app)) as FakeApp,
    patch: async (app, patch) => {
      await call(app, { method: 'PATCH', body: JSON.stringify(patch) });
    },
  };
}
