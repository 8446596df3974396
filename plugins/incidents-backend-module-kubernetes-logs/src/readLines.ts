import type { LogLine } from '@ghostlight/plugin-incidents-node';

const longestLine = 4_000;
const stamped =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d) (.*)$/s;
const word =
  /\b(trace|debug|info|notice|warn(?:ing)?|error|err|critical|fatal|panic)\b/i;
const klog = /^([IWEF])\d{4} /;
const klogLevels: Record<string, string> = {
  I: 'info',
  W: 'warning',
  E: 'error',
  F: 'fatal',
};

/** Lines with their times, of a log that was asked for with them. What was cut off at its end is left out. */
export function readLines(
  text: string,
  span: { from: number; to: number },
): LogLine[] {
  return text.split('\n').flatMap(line => {
    const [, second, fraction = '', zone, written = ''] =
      stamped.exec(line) ?? [];
    if (!second || !written.trim()) return [];
    const at = Date.parse(`${second}${fraction.slice(0, 4)}${zone}`);
    if (!(at >= span.from && at < span.to)) return [];
    const level = levelOf(written);
    return [
      { at, ...(level && { level }), text: written.slice(0, longestLine) },
    ];
  });
}

/** What a line says of itself near its beginning. */
function levelOf(text: string): string | undefined {
  const [, letter] = klog.exec(text) ?? [];
  if (letter) return klogLevels[letter];
  const [, found] = word.exec(text.slice(0, 160)) ?? [];
  return found
    ?.toLowerCase()
    .replace(/^warn$/, 'warning')
    .replace(/^err$/, 'error');
}
