import { Agent, request } from 'node:http';

/** What answering cost. */
export interface LoadResult {
  /** From the first request to the last answer. */
  seconds: number;
  /** Seconds of each request. */
  latencies: number[];
}

interface Target {
  url: string;
  headers?: Record<string, string>;
  /** Of every answer. */
  status: number;
}

/** Posts all bodies as fast as the other side answers, `connections` at a time. */
export async function sendAtOnce(
  target: Target,
  bodies: readonly Buffer[],
  connections: number,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < bodies.length) {
        const body = bodies[next++];
        const begun = performance.now();
        await post(target, agent, body);
        latencies.push((performance.now() - begun) / 1000);
      }
    }),
  );
  agent.destroy();
  return { seconds: (performance.now() - started) / 1000, latencies };
}

/**
 * Posts bodies at a steady pace, whether or not the other side keeps up. Latency counts from when a
 * request was due, so a stall is seen in all that had to wait for it.
 */
export async function sendSteadily(
  target: Target,
  bodies: readonly Buffer[],
  perSecond: number,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  const latencies: number[] = [];
  const started = performance.now();
  const sent: Promise<void>[] = [];
  for (const [n, body] of bodies.entries()) {
    const due = started + (n / perSecond) * 1000;
    const wait = due - performance.now();
    if (wait > 1) await new Promise(done => setTimeout(done, wait));
    sent.push(
      post(target, agent, body).then(() => {
        latencies.push((performance.now() - due) / 1000);
      }),
    );
  }
  await Promise.all(sent);
  agent.destroy();
  return { seconds: (performance.now() - started) / 1000, latencies };
}

function post(target: Target, agent: Agent, body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const sending = request(
      target.url,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': body.length,
          ...target.headers,
        },
      },
      response => {
        response.resume();
        response.once('end', () => {
          if (response.statusCode === target.status) resolve();
          else reject(new Error(`${target.url}: ${response.statusCode}`));
        });
        response.once('error', reject);
      },
    );
    sending.once('error', reject);
    sending.end(body);
  });
}
