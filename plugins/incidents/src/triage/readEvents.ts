import type { TriageEvent } from '@ghostlight/plugin-incidents-common';

/** A stream that sends more than this without an end of line is no stream of events. */
const LONGEST_LINE = 4_000_000;

/**
 * Reads a run's stages, one JSON text a line, as they come. Ends when the stream does; throws what
 * `JSON.parse` throws when a line was cut.
 */
export async function* readEvents(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<TriageEvent> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      rest += decoder.decode(value, { stream: !done });
      const lines = rest.split('\n');
      rest = done ? '' : lines.pop() ?? '';
      if (rest.length > LONGEST_LINE) throw new Error('The answer has no end');
      for (const line of lines) {
        if (line.trim() !== '') yield JSON.parse(line);
      }
      if (done) return;
    }
  } finally {
    // Who stops reading lets the server know.
    reader.cancel().catch(() => {});
  }
}
