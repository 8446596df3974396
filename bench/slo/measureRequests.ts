import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { Leases } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PrometheusSource } from '../../plugins/slo-backend-module-prometheus/src/PrometheusSource';
import { readInstances } from '../../plugins/slo-backend-module-prometheus/src/readInstances';
import { Ledger } from '../../plugins/slo-backend/src/ledger';
import { Sampler } from '../../plugins/slo-backend/src/sampling';
import { silentLogger } from '../shared/silentLogger';

const ticks = 3;

/** What the real source asks of a server on loopback in one tick. */
export async function measureRequests(
  database: Knex,
  measuredTo: number,
): Promise<{ requests: number; samples: number }> {
  const logger: LoggerService = silentLogger;
  const queries: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const form = new URLSearchParams(Buffer.concat(chunks).toString());
      queries.push(form.get('query') ?? request.url ?? '');
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answerTo(form)));
    });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  try {
    const { port } = server.address() as AddressInfo;
    const config = new ConfigReader({
      slo: {
        prometheus: [{ name: 'default', url: `http://127.0.0.1:${port}` }],
      },
    });
    const [instance] = readInstances(config);
    const source = PrometheusSource.create({ instance, logger });
    let now = (measuredTo * 60 + 5) * 1000;
    const clock = () => now;
    const leases = await Leases.create({ database, logger, clock });
    const sampler = Sampler.create({
      database,
      leases,
      logger,
      clock,
      ledger: Ledger.create({ database, logger, clock }),
      sources: new Map([['default', source]]),
    });
    let samples = 0;
    for (let tick = 0; tick < ticks; tick++) {
      now += 60_000;
      samples += (await sampler.tick()).samples;
    }
    await sampler.close();
    return { requests: queries.length / ticks, samples: samples / ticks };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** A value at every asked minute for each service that the query names. */
function answerTo(form: URLSearchParams) {
  const [, services = ''] =
    /service=~?"([^"]*)"/.exec(form.get('query') ?? '') ?? [];
  const [start, end, step] = ['start', 'end', 'step'].map(name =>
    Number(form.get(name)),
  );
  const values: [number, string][] = [];
  for (let at = start; at <= end && step > 0; at += step)
    values.push([at, '1']);
  return {
    status: 'success',
    data: {
      resultType: 'matrix',
      result: services.split('|').map(service => ({
        metric: { service: service.replaceAll('\\', '') },
        values,
      })),
    },
  };
}
