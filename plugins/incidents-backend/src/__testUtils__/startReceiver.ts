import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A notification as it came. */
export interface Told {
  /** Idempotency key. */
  key: string;
  kind: string;
  incident: string;
  body: string;
}

/** Somebody whom a webhook channel tells, and who takes a moment to answer. */
export async function startReceiver() {
  const told: Told[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const { kind, incident } = JSON.parse(body);
    const key = String(request.headers['idempotency-key']);
    told.push({ key, kind, incident: incident?.id, body });
    await sleep(100);
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
