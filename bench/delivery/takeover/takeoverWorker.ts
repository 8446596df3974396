/** A replica of a back end that does runs whose one act never ends, or reads back what another left. */
import { Runs } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { connect, type Connection } from '../../shared/connect';
import { serve } from '../../shared/serve';
import { silentLogger } from '../../shared/silentLogger';

let database: Knex | undefined;
let runs: Runs | undefined;
/** When each run was first read back here. */
const taken: Record<string, number> = {};
let acting = 0;

const handlers = {
  async open(connection: Connection, leaseTtl: number) {
    database = connect(connection);
    runs = await Runs.create({
      database,
      logger: silentLogger,
      leaseTtl,
      maxConcurrent: 100,
    });
  },
  start() {
    runs!.start({
      signal: new AbortController().signal,
      handlers: [
        {
          kind: 'bench',
          steps: {
            effect: {
              kind: 'effect',
              describe: () => ({}),
              act: () => {
                acting += 1;
                return new Promise(() => undefined);
              },
              readBack: async ({ run }) => {
                taken[run.key] ??= Date.now();
                return { state: 'applied' };
              },
            },
          },
        },
      ],
    });
  },
  async request(key: string) {
    await runs!.request({
      kind: 'bench',
      key,
      input: {},
      requestedBy: 'user:default/bench',
      steps: [{ id: 'act', type: 'effect', title: 'Act', input: {} }],
    });
  },
  acting: () => acting,
  taken: () => taken,
  die() {
    process.kill(process.pid, 'SIGKILL');
  },
};

export type TakeoverWorker = typeof handlers;

serve(handlers, async () => {
  await database?.destroy();
});
