import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startIntakeProcess } from './__testUtils__/startIntakeProcess';

type Running = Awaited<ReturnType<typeof startIntakeProcess>>;

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const deliveries = 400;

describe('an intake that is killed under load', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ghostlight-crash-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['SQLite', 'PostgreSQL'])(
    'loses nothing that it acknowledged and keeps nothing twice, on %s',
    async kind => {
      // Needs a PostgreSQL: BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING.
      if (kind === 'PostgreSQL' && !databases.supports('POSTGRES_18')) return;
      const config: Knex.Config =
        kind === 'SQLite'
          ? {
              client: 'better-sqlite3',
              connection: { filename: join(folder, 'intake.sqlite') },
              useNullAsDefault: true,
              pool: { min: 1, max: 1 },
            }
          : connectionOf(await databases.init('POSTGRES_18'));
      const db = knexFactory(config);
      await db.migrate.latest({
        directory: resolvePackagePath(
          '@ghostlight/plugin-incidents-backend',
          'migrations',
        ),
      });
      const start = () => startIntakeProcess(config);
      // On PostgreSQL two at a time, one of which lives on.
      const running: Running[] = [await start()];
      if (kind === 'PostgreSQL') running.push(await start());

      const acknowledged = new Set<string>();
      let next = 0;
      const senders = Array.from({ length: 8 }, async () => {
        while (next < deliveries) {
          const id = `E${next++}`;
          await sendUntilTaken(running, id);
          acknowledged.add(id);
        }
      });
      for (let kill = 1; kill <= 3; kill++) {
        while (acknowledged.size < (kill * deliveries) / 4) await sleep(5);
        const [victim] = running.splice(0, 1);
        await victim.kill();
        running.push(await start());
      }
      await Promise.all(senders);
      await Promise.all(running.map(process => process.kill()));

      expect(acknowledged.size).toBe(deliveries);
      const kept: string[] = await db('inbox').pluck('raw');
      const ids = kept.map(raw => JSON.parse(raw).event.id);
      expect(ids.sort()).toEqual([...acknowledged].sort());
      expect(await db('deliveries').pluck('accepted')).toEqual(
        ids.map(() => 1),
      );
      await db.destroy();
    },
  );
});

/** How another process connects. Knex hides the password. */
function connectionOf({ client }: Knex): Knex.Config {
  const { connection } = client.config;
  return {
    client: 'pg',
    connection: { ...connection, password: connection.password },
  };
}

/** As vendors do: the same delivery again until it is acknowledged, here or there. */
async function sendUntilTaken(running: Running[], id: string) {
  for (let attempt = 0; ; attempt++) {
    const target = running[attempt % (running.length || 1)];
    if (target) {
      try {
        const response = await fetch(`${target.url}/pagerduty`, {
          method: 'POST',
          headers: { authorization: 'Bearer token' },
          body: JSON.stringify(eventOf(id)),
        });
        await response.arrayBuffer();
        if (response.status === 202) return;
      } catch {
        // It died on the way, perhaps after it had kept the delivery.
      }
    }
    await sleep(10);
  }
}

function eventOf(id: string) {
  return {
    event: {
      id,
      event_type: 'incident.triggered',
      occurred_at: '2026-11-22T09:30:00Z',
      data: { id: `I${id}`, type: 'incident', title: 'Something' },
    },
  };
}
