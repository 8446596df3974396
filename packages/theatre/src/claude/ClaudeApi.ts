import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request } from 'express';
import { checkRequest } from './checkRequest';
import type { ClaudeReply, ClaudeRequest } from './ClaudeReply';
import { plainReply } from './plainReply';
import { writeReply } from './writeReply';

/** What answers a request; undefined lets the plain mode answer. */
export type ClaudeScript = (
  request: ClaudeRequest,
  /** How many requests came before. */
  place: number,
) => ClaudeReply | undefined;

const mostKept = 200;

/**
 * As much of the Claude API on loopback as portals talk to: `POST /v1/messages` with its bearer key, its
 * events, its errors and its refusals. A script answers, or the plain mode, which reads nothing but the
 * evidence in the request: it knows no language, it composes.
 */
export class ClaudeApi {
  private constructor(
    private readonly server: Server,
    private readonly kept: ClaudeRequest[],
    readonly apiKey: string,
  ) {}

  static async start(
    options: { port?: number; apiKey?: string; script?: ClaudeScript } = {},
  ): Promise<ClaudeApi> {
    const apiKey =
      options.apiKey ?? `sk-ant-theatre-${randomBytes(16).toString('hex')}`;
    const kept: ClaudeRequest[] = [];
    let count = 0;
    const app = express()
      .disable('x-powered-by')
      .use(express.json({ limit: '10mb' }));
    app.post('/v1/messages', async (request, response) => {
      const body = request.body as ClaudeRequest;
      const refusal = refusalOf(request, apiKey);
      if (!refusal) {
        kept.push(body);
        kept.splice(0, kept.length - mostKept);
      }
      const reply =
        refusal ?? options.script?.(body, count++) ?? plainReply(body);
      await writeReply(response, body, reply);
    });
    const server = createServer(app);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    return new ClaudeApi(server, kept, apiKey);
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** What was asked, the oldest first. */
  requests(): ClaudeRequest[] {
    return [...this.kept];
  }

  stop(): Promise<void> {
    return new Promise(resolve => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }
}

function refusalOf(request: Request, apiKey: string): ClaudeReply | undefined {
  const [, bearer] =
    /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if ((bearer ?? request.headers['x-api-key']) !== apiKey)
    return {
      status: 401,
      type: 'authentication_error',
      message: 'invalid x-api-key',
    };
  if (!request.headers['anthropic-version'])
    return {
      status: 400,
      type: 'invalid_request_error',
      message: 'anthropic-version: header is required',
    };
  const message = checkRequest(request.body);
  return message === undefined
    ? undefined
    : { status: 400, type: 'invalid_request_error', message };
}
