import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request } from 'express';
import { Allowance } from './Allowance';
import { Conversations, type SlackMessage } from './Conversations';
import { postMessage, type SlackAnswer } from './postMessage';

/** Conversations of the workspace, which the bot is in. */
export const slackChannels = { remediation: 'C0THEATRE01' };

/** Slack allows a message a second for a conversation, and bursts above it. */
const usual = { burst: 30, everyMs: 1_000 };

/**
 * As much of Slack on loopback as portals talk to: `chat.postMessage` and `auth.test` of the Web API, with
 * its bearer tokens, its refusals (status 200, `ok: false`) and its rate limit (429 with `Retry-After`).
 */
export class Slack {
  private constructor(
    private readonly server: Server,
    private readonly conversations: Conversations,
    /** Of the bot. */
    readonly token: string,
  ) {}

  static async start(options: {
    port: number;
    limit?: { burst: number; everyMs: number };
    now?: () => number;
  }): Promise<Slack> {
    const { port, limit = usual, now = Date.now } = options;
    const token = `xoxb-theatre-${randomBytes(16).toString('hex')}`;
    const channels = Object.values(slackChannels);
    const conversations = Conversations.create({ channels, now });
    const allowance = Allowance.create({ ...limit, now });
    const app = express()
      .disable('x-powered-by')
      .use(express.json({ limit: '1mb' }))
      .use(express.urlencoded({ extended: false, limit: '1mb' }));
    app.all('/api/:method', (request, response) => {
      const { method } = request.params;
      const refusal = refusalOf(request, token);
      const { channel } = request.body ?? {};
      const wait =
        !refusal && method === 'chat.postMessage'
          ? allowance.take(String(channel))
          : 0;
      if (wait > 0) {
        response
          .status(429)
          .set('Retry-After', String(Math.ceil(wait / 1000)))
          .json({ ok: false, error: 'ratelimited' });
        return;
      }
      response.json(refusal ?? answer(method, conversations, request.body));
    });
    const server = createServer(app);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return new Slack(server, conversations, token);
  }

  /** Where its Web API is, with the slash at the end. */
  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/api/`;
  }

  /** What was posted, the oldest first. */
  messages(): SlackMessage[] {
    return this.conversations.messages();
  }

  stop(): Promise<void> {
    return new Promise(resolve => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }
}

/** A token in the header or, as forms may have it, in the field `token`. */
function refusalOf(request: Request, token: string): SlackAnswer | undefined {
  const [, bearer] =
    /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const shown = bearer ?? request.body?.token;
  if (!shown) return { ok: false, error: 'not_authed' };
  return shown === token ? undefined : { ok: false, error: 'invalid_auth' };
}

function answer(
  method: string,
  conversations: Conversations,
  fields: Record<string, unknown>,
): SlackAnswer {
  if (method === 'chat.postMessage') return postMessage(conversations, fields);
  if (method === 'auth.test')
    return {
      ok: true,
      url: 'https://theatre.example/',
      team: 'The Theatre',
      user: 'ghostlight',
      team_id: 'T0THEATRE',
      user_id: 'U0GHOSTLIGHT',
      bot_id: 'B0GHOSTLIGHT',
    };
  return { ok: false, error: 'unknown_method' };
}
