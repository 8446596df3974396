import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What a vendor's API was asked.
 *
 * @public
 */
export interface VendorRequest {
  path: string;
  query: URLSearchParams;
  /** Lower-case names. */
  headers: Record<string, string | undefined>;
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
 * Starts one on a free port.
 *
 * @public
 */
export async function startVendorServer(
  answer: (request: VendorRequest) => VendorAnswer,
): Promise<VendorServer> {
  const asked: VendorRequest[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://loopback');
    const question = {
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers as VendorRequest['headers'],
    };
    asked.push(question);
    const { status = 200, headers, body, delayMs = 0 } = answer(question);
    setTimeout(() => {
      response.writeHead(status, {
        'content-type': 'application/json',
        ...headers,
      });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    }, delayMs);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
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
