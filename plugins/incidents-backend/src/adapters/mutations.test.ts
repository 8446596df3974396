import type { JsonValue } from '@backstage/types';
import {
  edits,
  mutate,
  mutateText,
} from '@ghostlight/reliability-node/testUtils';
import * as fc from 'fast-check';
import { adapters } from '.';
import { batchesOf, missing, withItem } from './__testUtils__/batches';
import { receivedAt } from './__testUtils__/Example';
import { examplesOf } from './__testUtils__/examplesOf';
import { faultsOf } from './__testUtils__/faultsOf';
import { storedOf } from './__testUtils__/storedOf';

/** Of each adapter. 100,000 before a release: `GHOSTLIGHT_MUTATIONS=100000`. */
const mutations = Number(process.env.GHOSTLIGHT_MUTATIONS ?? 1000);

describe.each(adapters.map(adapter => [adapter.id, adapter] as const))(
  'what a sender of %s may get wrong',
  (_, adapter) => {
    const examples = examplesOf(adapter.id);
    const batches = examples.flatMap(example => batchesOf(adapter, example));
    const numRuns = Math.ceil(mutations / (batches.length ? 2 : 1));

    it.each(examples.map(example => [example.title, example] as const))(
      'is not in the example: %s',
      (_title, { body, headers }) => {
        const stored = storedOf(adapter, { body, headers, receivedAt });
        expect(faultsOf(stored.reading)).toEqual([]);
        expect(stored.reading.rejected).toEqual([]);
        expect(stored.events).not.toEqual([]);
      },
    );

    if (batches.length) {
      it(`leaves the neighbours of a bad item alone, ${numRuns} times`, () => {
        const found = counterexample(
          fc.property(fc.nat(), fc.nat(), edits, (which, item, done) => {
            const batch = batches[which % batches.length];
            const { headers, without } = batch;
            const at = item % without.length;
            const { refused, events, reading, broken } = storedOf(adapter, {
              body: withItem(batch, at, list => mutate(list, done)),
              headers,
              receivedAt,
            });

            assertNone(broken, faultsOf(reading), refused ? ['refused'] : []);
            assertNone(missing(without[at], events));
          }),
          { numRuns },
        );
        expect(found).toBeUndefined();
      });
    }

    it(`is read or refused, and nothing else, ${numRuns} times`, () => {
      const found = counterexample(
        fc.property(
          fc.nat(),
          fc.boolean(),
          edits,
          edits,
          (which, inText, done, inHeaders) => {
            const { body, headers, text } = examples[which % examples.length];
            const mutated =
              text && inText
                ? mutateText(body, text, done)
                : mutate(body, done);
            const { reading, broken } = storedOf(adapter, {
              body: mutated,
              headers: textsOf(mutate(headers, inHeaders)),
              receivedAt,
            });
            assertNone(broken, faultsOf(reading));
          },
        ),
        { numRuns },
      );
      expect(found).toBeUndefined();
    });

    it('is anything at all', () => {
      const found = counterexample(
        fc.property(fc.jsonValue(), body => {
          const { reading, broken } = storedOf(adapter, {
            body: body as JsonValue,
            headers: {},
            receivedAt,
          });
          assertNone(broken, faultsOf(reading));
        }),
        { numRuns: Math.min(numRuns, 1000) },
      );
      expect(found).toBeUndefined();
    });
  },
);

/** What was found, in words; undefined for nothing. */
function counterexample<T>(
  property: fc.IRawProperty<T, false>,
  parameters: { numRuns: number },
) {
  return fc.defaultReportMessage(fc.check(property, parameters));
}

/** What Jest's matchers do, in a fiftieth of the time. */
function assertNone(...lists: string[][]) {
  const [found] = lists.flat();
  if (found !== undefined) throw new Error(found);
}

function textsOf(value: JsonValue): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
