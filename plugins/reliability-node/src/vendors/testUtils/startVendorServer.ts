import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What a vendor's API was asked.
 *
 * @public
 */
export interface VendorRequest {
  /** `GET`, `POST`, … */
  method: string;
  path: string;
  query: URLSearchParams;
  /** Lower-case names. */
  headers: Record<string, string | undefined>;
  /** The JSON sent with it, if any; text that is none as it is. */
  body?: unknown;
}

/**
 * What it answers. Without a `body` an empty one; `delayMs` before anything is sent.
 *
 * @public
 */
export interface VendorAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON; a string as it is. */
  body?: unknown;
  delayMs?: number;
  /** Breaks the connection instead of answering: what was asked may have been done. */
  lose?: boolean;
  /** Sent one after the other, as of a stream; the connection stays open after them. */
  lines?: AsyncIterable<unknown>;
}

/**
 * A loopback server in the place of a vendor's API.
 *
 * @public
 */
export interface VendorServer {
  url: string;
  /** Everything it was asked, in order. */
  asked: VendorRequest[];
  stop(): Promise<void>;
}

/**
 * Starts one, on a free port by default.
 *
 * @public
 */
export async function startVendorServer(
  answer: (request: VendorRequest) => VendorAnswer,
  atPort: number = 0,
): Promise<VendorServer> {
  const asked: VendorRequest[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://loopback');
    const question: VendorRequest = {
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers as VendorRequest['headers'],
    };
    const sent = await textOf(request);
    if (sent) question.body = parsed(sent);
    asked.push(question);
    const { status = 200, headers, body, ...how } = answer(question);
    if (how.delayMs) await sleep(how.delayMs, undefined, { ref: false });
    if (how.lose) {
      request.socket.destroy();
      return;
    }
    response.writeHead(status, {
      'content-type': 'application/json',
      ...headers,
    });
    if (how.lines) {
      response.flushHeaders();
      for await (const line of how.lines) {
        if (response.destroyed) return;
        response.write(`${JSON.stringify(line)}\n`);
      }
      response.end();
      return;
    }
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>(resolve =>
    server.listen(atPort, '127.0.0.1', resolve),
  );
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
