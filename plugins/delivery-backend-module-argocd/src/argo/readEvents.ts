import { z } from 'zod';

/** Longest event, in characters; one that is longer is passed over. */
const longest = 8 * 1024 * 1024;

const eventSchema = z.object({
  result: z.object({ type: z.string(), application: z.unknown() }),
});

/**
 * The applications of a stream of events: one JSON object a line, as the gateway writes it, or after
 * `data:` where something in between made server-sent events of it.
 *
 * @throws Error with what the server says went wrong
 */
export async function* readEvents(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<unknown> {
  const decoder = new TextDecoder();
  let rest = '';
  let skipping = false;
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const event = skipping ? undefined : applicationIn(line);
      skipping = false;
      if (event !== undefined) yield event;
    }
    if (rest.length > longest) {
      rest = '';
      skipping = true;
    }
  }
}

function applicationIn(line: string): unknown {
  const text = line.replace(/^data:\s*/, '').trim();
  if (!text.startsWith('{')) return undefined;
  let event: unknown;
  try {
    event = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { success, data } = eventSchema.safeParse(event);
  if (success)
    return data.result.type === 'DELETED' ? undefined : data.result.application;
  const failed = z.object({ error: z.object({ message: z.string() }) });
  const problem = failed.safeParse(event);
  if (problem.success)
    throw new Error(problem.data.error.message.slice(0, 300));
  return undefined;
}
