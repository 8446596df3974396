import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from '../ApiError';
import { asObject, type Json } from '../objects';
import type { Store } from '../storage/Store';
import type { Access, Account } from './Access';
import { discovery } from './discovery';
import type { PodLogs } from './PodLogs';
import type { Fault, Faults } from './Faults';
import { readTarget, type ApiRequest } from './readRequest';
import { reviewAccess } from './reviewAccess';
import type { ApiAnswer, Verbs } from './Verbs';
import { watchObjects } from './watchObjects';

/** What a server is made of. */
export interface ApiServerParts {
  port: number;
  access: Access;
  store: Store;
  verbs: Verbs;
  logs: PodLogs;
  faults: Faults;
  /** Groups that are not installed. */
  absent: string[];
  bookmarkMs: number;
  watches: Set<ServerResponse>;
  /** Each request for objects, for those who want to count. */
  onRequest?(request: ApiRequest): void;
}

const reviewPath = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
const largestBody = 3 * 1024 * 1024;

/** HTTP, on loopback only. */
export class ApiServer {
  private constructor(
    private readonly parts: ApiServerParts,
    private readonly server: Server,
  ) {}

  static async start(parts: ApiServerParts): Promise<ApiServer> {
    const server = createServer();
    const started = new ApiServer(parts, server);
    server.on('request', (request, response) => {
      started.serve(request, response).catch(error => {
        if (!response.headersSent) {
          const known =
            error instanceof ApiError
              ? error
              : ApiError.of(500, 'InternalError', `Internal error: ${error}`);
          send(response, { code: known.code, body: known.body });
        } else response.destroy();
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(parts.port, '127.0.0.1', resolve);
    });
    return started;
  }

  get url() {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  stop(): Promise<void> {
    return new Promise(resolve => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private async serve(message: IncomingMessage, response: ServerResponse) {
    const { access } = this.parts;
    const url = new URL(message.url ?? '/', 'http://127.0.0.1');
    if (['/healthz', '/livez', '/readyz'].includes(url.pathname)) {
      response.end('ok');
      return;
    }
    const account = access.accountOf(message.headers.authorization);
    const [, group] = /^\/apis\/([^/]+)/.exec(url.pathname) ?? [];
    if (group && this.parts.absent.includes(group)) {
      // The real one has no Status for what it never heard of.
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('404 page not found\n');
      return;
    }
    const type = message.headers['content-type'] ?? 'application/json';
    if (type.includes('protobuf'))
      throw ApiError.unsupportedPatch(['application/json']);
    const body = await readBody(message);
    const known =
      message.method === 'GET' && discovery(url.pathname, this.parts.absent);
    if (known) {
      send(response, { code: 200, body: known });
    } else if (url.pathname === reviewPath && message.method === 'POST') {
      send(response, { code: 201, body: reviewAccess(access, account, body) });
    } else {
      const target = readTarget(message.method ?? 'GET', url);
      const request: ApiRequest = {
        ...target,
        query: url.searchParams,
        body,
        contentType: type.split(';')[0],
        user: account.user,
        manager:
          url.searchParams.get('fieldManager') ??
          (message.headers['user-agent'] ?? 'unknown').split('/')[0],
      };
      await this.handle(request, account, response);
    }
  }

  private async handle(
    request: ApiRequest,
    account: Account,
    response: ServerResponse,
  ) {
    const {
      access,
      faults,
      logs,
      store,
      verbs,
      watches,
      bookmarkMs,
      onRequest,
    } = this.parts;
    access.check(account, request);
    onRequest?.(request);
    const fault = faults.take(request);
    if (fault?.delayMs) await sleep(fault.delayMs);
    if (response.destroyed) return;
    if (fault?.then === 'cut') {
      response.destroy();
      return;
    }
    if (request.verb === 'watch') {
      watches.add(response);
      response.once('close', () => watches.delete(response));
      watchObjects(request, response, { store, bookmarkMs });
      return;
    }
    if (request.subresource === 'log') {
      fail(fault, request);
      const text = logs.read(request);
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.end(text);
      return;
    }
    const answer =
      fail(fault, request) ?? verbs.answer(pretend(fault, request));
    if (fault?.then === 'lose') response.destroy();
    else send(response, answer);
  }
}

function fail(
  fault: Fault | undefined,
  request: ApiRequest,
): ApiAnswer | undefined {
  const { resource, name } = request;
  if (fault?.then === 'conflict') throw ApiError.conflict(resource, name ?? '');
  if (typeof fault?.then === 'number')
    throw ApiError.of(
      fault.then,
      fault.then === 429 ? 'TooManyRequests' : 'InternalError',
      `the server answers ${fault.then} today`,
    );
  return undefined;
}

/** A lie is a dry run that is not said to be one. */
function pretend(fault: Fault | undefined, request: ApiRequest): ApiRequest {
  if (fault?.then !== 'lie') return request;
  const query = new URLSearchParams(request.query);
  query.set('dryRun', 'All');
  return { ...request, query };
}

function send(response: ServerResponse, { code, body }: ApiAnswer) {
  const text = JSON.stringify(body);
  response.writeHead(code, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

async function readBody(message: IncomingMessage): Promise<Json | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size > largestBody)
      throw ApiError.of(
        413,
        'RequestEntityTooLarge',
        `Request entity too large: limit is ${largestBody}`,
      );
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (!text.trim()) return undefined;
  try {
    const parsed: Json = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : asObject(parsed);
  } catch (error) {
    throw ApiError.badRequest(`the body is no JSON: ${error}`);
  }
}
