/** A line may be an object of this size at most: what etcd takes, and its encoding. */
const longest = 8 * 1024 * 1024;

/** The lines of a stream, without empty ones. */
export async function* readLines(
  stream: ReadableStream<Uint8Array> | null,
): AsyncGenerator<string> {
  if (!stream) return;
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      rest += decoder.decode(value, { stream: true });
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longest) throw new Error('a line is too long');
      for (const line of lines) if (line.trim()) yield line;
    }
    if (rest.trim()) yield rest;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
