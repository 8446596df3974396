import type { Comparison } from '../client/schemas';

const mostCharacters = 60_000;

/** The difference that taking files back makes, from that of bringing them in. */
export function diffOfUndoing(files: Comparison['files']): string | undefined {
  const text = files
    .filter(({ patch }) => patch)
    .map(({ filename, previous_filename: before, patch }) =>
      [
        `--- ${filename} now`,
        `+++ ${before ?? filename} after`,
        invertPatch(patch!),
        '',
      ].join('\n'),
    )
    .join('');
  if (text.length <= mostCharacters) return text || undefined;
  const more = text.length - mostCharacters;
  return `${text.slice(0, mostCharacters)}\n… (${more} more characters)\n`;
}

/** What was added is removed, and the other way round; in each block what is removed comes first. */
export function invertPatch(patch: string): string {
  const lines: string[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = () => {
    lines.push(...removed, ...added);
    removed = [];
    added = [];
  };
  for (const line of patch.split('\n')) {
    if (line.startsWith('+')) removed.push(`-${line.slice(1)}`);
    else if (line.startsWith('-')) added.push(`+${line.slice(1)}`);
    else {
      flush();
      lines.push(
        line.replace(
          /^@@ -(\S+) \+(\S+) @@/,
          (_, old, fresh) => `@@ -${fresh} +${old} @@`,
        ),
      );
    }
  }
  flush();
  return lines.join('\n');
}
