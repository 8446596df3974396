/* Runs in a process of its own: delivers messages of the topic `mail` by writing them down. */
import type { LoggerService } from '@backstage/backend-plugin-api';
import knexFactory from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { Outbox } from '..';

const { connection, options, hangOn } = JSON.parse(process.env.SENDER ?? '{}');

const silent: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silent,
};

async function main() {
  const database = knexFactory(connection);
  const outbox = await Outbox.create({
    ...options,
    database,
    logger: silent,
    skipMigrations: true,
  });
  outbox.start({
    handlers: {
      mail: {
        async handle({ key, attempt }) {
          // What a receiver has got stays got, whatever becomes of the sender.
          await database('got').insert({ key, attempt, pid: process.pid });
          process.stdout.write(`${JSON.stringify({ got: key })}\n`);
          if (key === hangOn) await sleep(600_000);
        },
      },
    },
  });
  process.stdout.write(`${JSON.stringify({ ready: process.pid })}\n`);
  // Ends when its parent does.
  process.stdin.resume().on('end', () => process.exit());
}

main().catch(error => {
  process.stdout.write(`${JSON.stringify({ error: String(error) })}\n`);
  process.exitCode = 1;
});
