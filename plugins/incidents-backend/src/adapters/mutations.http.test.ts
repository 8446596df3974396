import { TestDatabases } from '@backstage/backend-test-utils';
import {
  edits,
  mutate,
  mutateText,
} from '@ghostlight/reliability-node/testUtils';
import * as fc from 'fast-check';
import type { Knex } from 'knex';
import { adapters } from '.';
import {
  startIntake,
  serviceHeader,
} from '../intake/__testUtils__/startIntake';
import { batchesOf, missing, withItem } from './__testUtils__/batches';
import { receivedAt } from './__testUtils__/Example';
import { examplesOf } from './__testUtils__/examplesOf';

const numRuns = Math.ceil(
  Number(process.env.GHOSTLIGHT_MUTATIONS ?? 1000) / 50,
);
jest.setTimeout(3_600_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('over HTTP, on %s', id => {
  let knex: Knex;
  let intake: Awaited<ReturnType<typeof startIntake>>;

  beforeAll(async () => {
    knex = await databases.init(id);
    intake = await startIntake({ knex, now: () => receivedAt });
  });
  afterAll(async () => {
    await intake.backend.stop();
  });

  /** Each delivery is the first one, so that none is a repeat. */
  async function send(
    adapterId: string,
    body: unknown,
    headers: Record<string, string>,
  ) {
    for (const table of ['inbox', 'quarantine', 'deliveries'])
      await knex(table).delete();
    const all = { ...headers, ...serviceHeader() };
    const { status, body: answer } = await intake.send(adapterId, body, all);
    const rows = await knex('inbox').orderBy('id');
    const kept = await knex('quarantine').select('reason');
    return {
      status,
      message: answer.error?.message ?? '',
      events: rows.map(({ event }) => event as string),
      reasons: kept.map(({ reason }) => reason as string),
    };
  }

  it.each(adapters.map(adapter => [adapter.id, adapter] as const))(
    `takes ${numRuns} broken deliveries of %s or says why not, and stores the neighbours`,
    async (adapterId, adapter) => {
      const examples = examplesOf(adapterId);
      const batches = examples.flatMap(example => batchesOf(adapter, example));
      await fc.assert(
        fc.asyncProperty(
          fc.nat(),
          fc.nat(),
          edits,
          async (which, item, done) => {
            const batch = batches[which % (batches.length || 1)];
            const example = examples[which % examples.length];
            const at = item % (batch?.without.length ?? 1);
            const one = () =>
              example.text
                ? mutateText(example.body, example.text, done)
                : mutate(example.body, done);
            const found = await send(
              adapterId,
              batch ? withItem(batch, at, list => mutate(list, done)) : one(),
              (batch ?? example).headers,
            );

            const refused = found.status === 400;
            const problems = [
              ...found.reasons.filter(isBroken),
              ...(refused || found.status === 202 ? [] : [found.message]),
              // What is refused is kept, so that nobody has to send it again.
              ...(refused && found.reasons.length !== 1 ? ['not kept'] : []),
              ...(batch && refused ? ['a batch is refused'] : []),
              ...(batch && !refused
                ? missing(batch.without[at], found.events)
                : []),
            ];
            expect(problems).toEqual([]);
          },
        ),
        { numRuns },
      );
    },
  );
});

function isBroken(reason: string): boolean {
  return / failed on it: /.test(reason);
}
