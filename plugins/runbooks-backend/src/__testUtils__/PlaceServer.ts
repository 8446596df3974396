import type { Action } from '@ghostlight/plugin-runbooks-node';
import { say } from '@ghostlight/reliability-node';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

/** What was done, with the id that it came with. */
export interface PlaceEffect {
  id: string;
  action: string;
}

/** Somewhere on the loopback that things are done to, and which outlives whoever does them. */
export class PlaceServer {
  readonly effects: PlaceEffect[] = [];
  /** What happens to the next act of that action: it is not answered, and was done or not. */
  hold?: { action: string; when: 'before' | 'after' };
  /** Acts that came and were never answered. */
  held = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<PlaceServer> {
    const server = createServer();
    const started = new PlaceServer(server);
    server.on('request', async (request, response) => {
      const answer = await started.answer(request);
      if (answer) response.end(JSON.stringify(answer));
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

  private async answer(request: IncomingMessage): Promise<object | undefined> {
    if (request.method === 'GET') return this.effects;
    const effect = (await json(request)) as PlaceEffect;
    const hold = this.hold?.action === effect.action ? this.hold : undefined;
    if (hold) this.hold = undefined;
    if (hold?.when !== 'before') this.effects.push(effect);
    if (!hold) return {};
    this.held += 1;
    return undefined;
  }
}

/** What can be done there, as another process sees it. */
export function remoteActions(url: string): Action[] {
  const action = (id: string, more: Partial<Action> = {}): Action => ({
    id,
    title: `Do ${id}`,
    description: 'Of tests',
    input: z.looseObject({}),
    reads: ['Place'],
    changes: ['Place'],
    reversible: true,
    idempotent: true,
    plan: async () => ({
      target: `place/${id}`,
      title: say('test.plan', id),
      changes: [],
      refusals: [],
      pinned: { id },
    }),
    act: async (_pinned, _input, { actionId }) => {
      const effect: PlaceEffect = { id: actionId, action: id };
      await fetch(url, { method: 'POST', body: JSON.stringify(effect) });
      return { state: 'applied', result: { id } };
    },
    readBack: async (_pinned, { actionId }) => {
      const effects = (await (await fetch(url)).json()) as PlaceEffect[];
      return effects.some(effect => effect.id === actionId)
        ? { state: 'applied', result: { id } }
        : { state: 'absent' };
    },
    ...more,
  });
  return [
    action('test:switch'),
    action('chaos-mesh:network', {
      undo: () => ({ action: 'test:remove', input: {} }),
    }),
    action('test:remove'),
  ];
}
