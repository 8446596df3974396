import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { InputError, toError } from '@backstage/errors';
import type { ReplayLine } from '@ghostlight/plugin-incidents-backend/replay';

/** Longer than any delivery that the intake takes. */
const longestLine = 16 * 1024 * 1024;

/** The deliveries of a recording, line by line: `{"adapter": …, "receivedAt": …, "body": …}`. */
export async function* readRecording(file: string): AsyncGenerator<ReplayLine> {
  const input = createReadStream(file, 'utf8');
  const failed = new Promise<never>((_resolve, reject) =>
    input.once('error', error =>
      reject(new InputError(`${file} cannot be read: ${error.message}`)),
    ),
  );
  failed.catch(() => {});
  await Promise.race([
    failed,
    new Promise<void>(resolve => input.once('readable', () => resolve())),
  ]);
  let number = 0;
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (!text.trim()) continue;
    if (text.length > longestLine)
      throw new InputError(`${file}:${number}: the line is too long`);
    yield parseLine(text, `${file}:${number}`);
  }
}

function parseLine(text: string, place: string): ReplayLine {
  let line;
  try {
    line = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${place}: no JSON: ${toError(error).message}`);
  }
  const { adapter, receivedAt, body, headers } = line ?? {};
  if (typeof adapter !== 'string')
    throw new InputError(
      `${place}: adapter is missing; name one such as "alertmanager"`,
    );
  if (typeof receivedAt !== 'string' && typeof receivedAt !== 'number')
    throw new InputError(
      `${place}: receivedAt is missing; write an instant such as "2026-11-21T12:00:00Z", or milliseconds since the epoch`,
    );
  if (body === undefined)
    throw new InputError(`${place}: body is missing; put what was sent there`);
  return { adapter, receivedAt, body, headers };
}
