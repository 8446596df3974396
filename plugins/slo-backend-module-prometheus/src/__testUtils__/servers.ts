import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { PrometheusSource } from '../PrometheusSource';
import { readInstances } from '../readInstances';

/** Whether the real programs are on the PATH. */
export function havePrometheus(): boolean {
  try {
    execFileSync('prometheus', ['--version'], { stdio: 'ignore' });
    execFileSync('promtool', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The source that one entry of `slo.prometheus` makes. */
export function testSource(entry: JsonObject & { url: string }) {
  const config = mockServices.rootConfig({
    data: { slo: { prometheus: [{ name: 'default', ...entry }] } },
  });
  const [instance] = readInstances(config);
  return PrometheusSource.create({
    instance,
    logger: mockServices.logger.mock(),
  });
}

/** What a test server was asked. */
export interface Asked {
  path: string;
  form: URLSearchParams;
  headers: IncomingMessage['headers'];
}

export type TestServer = Awaited<ReturnType<typeof startServer>>;

/** A server on loopback that answers as told, and remembers what it was asked. */
export async function startServer(
  answer: (asked: Asked, response: ServerResponse) => void,
) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const form = new URLSearchParams(Buffer.concat(chunks).toString());
      const one = { path: request.url!, form, headers: request.headers };
      asked.push(one);
      answer(one, response);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export function json(response: ServerResponse, body: unknown, status = 200) {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** A matrix as Prometheus answers it: values by minute end, in minutes. */
export function matrix(
  series: { metric: Record<string, string>; values: [number, string][] }[],
) {
  return {
    status: 'success',
    data: {
      resultType: 'matrix',
      result: series.map(({ metric, values }) => ({
        metric,
        values: values.map(([minute, value]) => [minute * 60, value]),
      })),
    },
  };
}

async function freePort(): Promise<number> {
  const server = await startServer(() => {});
  await server.stop();
  return Number(new URL(server.url).port);
}

/** A real Prometheus whose store holds the given OpenMetrics text. It scrapes nothing. */
export async function startPrometheus(openMetrics: string) {
  const folder = mkdtempSync(join(tmpdir(), 'slo-prometheus-'));
  const input = join(folder, 'input.om');
  const data = join(folder, 'data');
  writeFileSync(input, `${openMetrics.trimEnd()}\n# EOF\n`);
  writeFileSync(join(folder, 'prometheus.yml'), 'scrape_configs: []\n');
  execFileSync(
    'promtool',
    ['tsdb', 'create-blocks-from', 'openmetrics', input, data],
    { stdio: 'ignore' },
  );
  const port = await freePort();
  const child = spawn(
    'prometheus',
    [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${data}`,
      '--storage.tsdb.retention.time=10y',
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=error',
    ],
    { stdio: 'ignore' },
  );
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt++) {
    const ready = await fetch(`${url}/-/ready`).catch(() => undefined);
    if (ready?.ok) break;
    if (attempt > 1_200 || child.exitCode !== null)
      throw new Error('prometheus did not start');
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return {
    url,
    stop: async () => {
      const gone = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
