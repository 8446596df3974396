import { TestDatabases } from '@backstage/backend-test-utils';
import type { AlertEvent } from '@ghostlight/plugin-incidents-node';
import fc from 'fast-check';
import { firing, minute, resolved, start, World } from './__testUtils__/world';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const services = ['payments', 'checkout', 'search'];
type Said = Omit<AlertEvent, 'raw'>;

/** What really happened to each service, as its sender says it: it fires, and is over, some times. */
const histories = fc
  .array(
    fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
    {
      minLength: services.length,
      maxLength: services.length,
    },
  )
  .map(spans =>
    spans.flatMap((lengths, index): Said[] => {
      let at = start;
      let began = at;
      return lengths.map((length, step) => {
        at += length * minute;
        if (step % 2 === 0) {
          began = at;
          return firing(services[index], { startsAt: at });
        }
        return resolved(services[index], { startsAt: began, endsAt: at });
      });
    }),
  );

/** The same, in any order, some of it more than once, in any parts with any time between. */
const deliveries = histories.chain(said =>
  fc.record({
    said: fc.constant(said),
    order: fc.array(fc.nat(said.length - 1), { maxLength: 6 }).chain(again => {
      const all = [...said.keys(), ...again];
      return fc.shuffledSubarray(all, { minLength: all.length });
    }),
    cuts: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
    delays: fc.array(fc.integer({ min: 0, max: 20 }), {
      minLength: 40,
      maxLength: 40,
    }),
  }),
);

/** The truth: it fires when it last began after it last ended. */
function truth(said: Said[]) {
  return services.flatMap(service => {
    const own = said.filter(({ labels }) => labels.service === service);
    const last = own.at(-1)!;
    return [[service, last.status, last.endsAt ?? null]];
  });
}

describe.each(databases.eachSupportedId())('On %s', id => {
  it('any order, repetition and delay of the same reports ends in the same states, and no incident is made twice', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ said, order, cuts, delays }) => {
        const world = await World.create(databases, id);
        const pipeline = world.pipeline();
        world.now = start + 300 * minute;
        for (const [step, index] of order.entries()) {
          await world.send([said[index]]);
          if (cuts[step]) await pipeline.drain();
          world.now += delays[step] * 10_000;
        }
        await pipeline.drain();
        expect(world.complaints()).toEqual([]);

        const alerts = await world.alerts();
        const current = alerts.filter(row => row.current);
        expect(
          current
            .map(row => [
              JSON.parse(row.labels).service,
              row.status,
              row.ends_at,
            ])
            .sort(),
        ).toEqual(truth(said).sort());
        // Each alert is of one incident, and each open incident has something that fired.
        const opened = (await world.told()).filter(what =>
          / opened$/.test(what),
        );
        const incidents = await world.incidents();
        expect(new Set(opened).size).toBe(incidents.length);
        expect(opened).toHaveLength(incidents.length);
        for (const { number, alert_count: count } of incidents)
          expect(
            alerts.filter(row => row.incident_number === number),
          ).toHaveLength(count);
        // What fires has an incident, unless it is held because it goes to and fro.
        for (const row of current.filter(
          ({ status, suppressed_kind: kind }) =>
            status === 'firing' && kind !== 'flapping',
        ))
          expect(row.incident_number).not.toBeNull();
        expect(await world.db('inbox').whereNull('outcome')).toEqual([]);
      }),
      { numRuns: id === 'SQLITE_3' ? 50 : 10 },
    );
  });
});
