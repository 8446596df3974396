import type {
  Source,
  SourceFailureReason,
  SourceIndicator,
  SourceReading,
} from '@ghostlight/plugin-slo-node';
import type { Minute } from '@ghostlight/plugin-slo-common';

/**
 * Asks a source; the answer has every item. One that throws all the same has failed for all of
 * them, and one that forgets an item for that one.
 */
export async function readSource(
  source: Source | undefined,
  request: {
    items: { key: string; indicator: SourceIndicator }[];
    from: Minute;
    to: Minute;
    signal?: AbortSignal;
  },
): Promise<Map<string, SourceReading>> {
  const fail = (message: string, reason: SourceFailureReason = 'unreachable') =>
    new Map<string, SourceReading>(
      request.items.map(({ key }) => [
        key,
        { key, failure: { reason, message } },
      ]),
    );
  if (!source)
    return fail('No source of this name is configured', 'unknown-source');
  const answers = fail('The source gave no answer for this indicator');
  try {
    for (const reading of await source.read(request)) {
      if (answers.has(reading.key)) answers.set(reading.key, reading);
    }
    return answers;
  } catch (error) {
    request.signal?.throwIfAborted();
    return fail(error instanceof Error ? error.message : String(error));
  }
}
