/* Runs in a process of its own: takes the lease and makes marks for as long as it may. */
import type { LoggerService } from '@backstage/backend-plugin-api';
import knexFactory from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { LeaseLostError, Leases } from '..';

const { connection, ttl, renews } = JSON.parse(process.env.HOLDER ?? '{}');

function say(message: object) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

const silent: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silent,
};

async function main() {
  const database = knexFactory(connection);
  const leases = await Leases.create({
    database,
    logger: silent,
    skipMigrations: true,
  });
  let lease = await leases.acquire('work', ttl);
  while (!lease) {
    await sleep(20);
    lease = await leases.acquire('work', ttl);
  }
  say({ acquired: lease.token });
  for (;;) {
    try {
      const { token } = lease;
      await database.transaction(async trx => {
        await lease.assert(trx);
        await trx('marks').insert({ token, holder: process.pid });
      });
      if (renews) await lease.renew();
    } catch (error) {
      if (!(error instanceof LeaseLostError)) throw error;
      say({ refused: lease.token });
      break;
    }
    await sleep(20);
  }
  await database.destroy();
}

main().catch(error => {
  say({ error: String(error) });
  process.exitCode = 1;
});
