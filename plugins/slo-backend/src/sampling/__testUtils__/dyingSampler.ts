/* Runs in a process of its own: a sampler that stops in the middle of a tick and waits to die. */
import type { LoggerService } from '@backstage/backend-plugin-api';
import { Leases } from '@ghostlight/reliability-node';
import knexFactory from 'knex';
import { Ledger } from '../../ledger';
import { Sampler } from '..';
import { FakeSource } from './FakeSource';

const { connection, now, first, stopAt } = JSON.parse(
  process.env.DYING ?? '{}',
);

const silent: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silent,
};

async function stop(): Promise<never> {
  process.stdout.write('stopped\n');
  for (;;) await new Promise(resolve => setTimeout(resolve, 60_000));
}

class DyingSource extends FakeSource {
  async read(request: Parameters<FakeSource['read']>[0]) {
    const readings = await super.read(request);
    return stopAt === 'read' ? stop() : readings;
  }
}

async function main() {
  const database = knexFactory(connection);
  const clock = () => now * 60_000 + 30_000;
  const ledger = Ledger.create({ database, logger: silent, clock });
  const dying = new Proxy(ledger, {
    get(target, key) {
      if (key !== 'record') return Reflect.get(target, key);
      return async (...args: Parameters<Ledger['record']>) => {
        await target.record(...args);
        // Written, but for the end of the transaction.
        return stop();
      };
    },
  });
  const sampler = Sampler.create({
    database,
    ledger: stopAt === 'written' ? dying : ledger,
    leases: await Leases.create({ database, logger: silent }),
    sources: new Map([['default', new DyingSource(first, now)]]),
    logger: silent,
    clock,
    shards: 2,
    leaseMilliseconds: 1_000,
  });
  await sampler.tick();
}

main().catch(error => {
  process.stdout.write(`${error.stack}\n`);
  process.exitCode = 1;
});
