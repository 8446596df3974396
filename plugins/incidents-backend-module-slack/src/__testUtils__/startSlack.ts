import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What Slack answers, in its own words. */
export type SlackAnswer =
  | { error: string }
  | { status: number; retryAfter?: number; body?: string }
  | { delay: number };

/**
 * Speaks as much of Slack's Web API as `chat.postMessage` needs: form-encoded or JSON bodies, a bearer
 * token, `ok: false` with a code and HTTP 200 for refusals, and 429 with `Retry-After` in seconds.
 */
export async function startSlack() {
  const posts: { path: string; token?: string; fields: URLSearchParams }[] = [];
  const answers: SlackAnswer[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const fields = new URLSearchParams(Buffer.concat(chunks).toString());
    posts.push({
      path: request.url ?? '',
      token: request.headers.authorization,
      fields,
    });
    const answer = answers.shift();
    const json = (status: number, body: object, headers = {}) => {
      response.writeHead(status, {
        'Content-Type': 'application/json; charset=utf-8',
        ...headers,
      });
      response.end(JSON.stringify(body));
    };
    if (answer && 'error' in answer)
      return json(200, { ok: false, error: answer.error });
    if (answer && 'status' in answer) {
      return json(
        answer.status,
        { ok: false, error: 'ratelimited' },
        answer.retryAfter === undefined
          ? {}
          : { 'Retry-After': String(answer.retryAfter) },
      );
    }
    if (answer) await new Promise(done => setTimeout(done, answer.delay));
    const ts = `17000000${String(posts.length).padStart(2, '0')}.000100`;
    return json(200, { ok: true, channel: fields.get('channel'), ts });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    posts,
    answers,
    stop: async () => {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    },
  };
}
