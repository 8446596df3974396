import { PrometheusError } from '../PrometheusError';

/** Reads a body up to a size, and no further: the connection is dropped at the first byte too many. */
export async function readBody(
  response: Response,
  maxBytes: number,
): Promise<string> {
  const tooLarge = () =>
    new PrometheusError(
      'too-large',
      `The answer is larger than ${maxBytes.toLocaleString('en-US')} bytes`,
    );
  if (!response.body) return '';
  if (Number(response.headers.get('content-length')) > maxBytes) {
    await response.body.cancel();
    throw tooLarge();
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the stream.
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
