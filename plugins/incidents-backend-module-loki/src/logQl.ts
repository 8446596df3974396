/** What names of labels look like. */
export const isLabel = /^[a-zA-Z_][a-zA-Z0-9_]{0,127}$/;

/** Lines that tell of trouble by a word; constant, nothing of it comes from outside. */
export const trouble =
  '|~ "(?i)(error|fatal|panic|exception|critical|fail|timeout|refused)"';

/** `{app="payments",namespace="shop"}`: the streams with these labels. Later ones do not replace earlier ones. */
export function selectorOf(labels: readonly [string, string][]): string {
  const known = new Map<string, string>();
  for (const [name, value] of labels)
    if (!known.has(name)) known.set(name, value);
  const matchers = [...known].map(([name, value]) => `${name}=${quote(value)}`);
  return `{${matchers.join(',')}}`;
}

/** A string of LogQL, which are those of Go. */
function quote(value: string): string {
  return JSON.stringify(value.replace(/[\p{Cc}\p{Cs}]/gu, ''));
}
