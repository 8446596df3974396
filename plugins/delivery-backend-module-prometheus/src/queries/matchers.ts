import { InputError } from '@backstage/errors';

/** A condition on a label: `service="payments"`. */
export interface Matcher {
  label: string;
  op: '=' | '!=' | '=~' | '!~';
  value: string;
}

const mostMatchers = 20;
const next =
  /^\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*(=~|!~|!=|=)\s*("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')\s*(,|$)/;

/**
 * Reads conditions as PromQL writes them between braces, and nothing else: what comes out is written
 * anew, so that no text of an annotation gets into a query as it is.
 *
 * @throws InputError that says where it stops making sense
 */
export function parseMatchers(text: string): Matcher[] {
  const matchers: Matcher[] = [];
  let rest = text
    .trim()
    .replace(/^\{(.*)\}$/s, '$1')
    .trim();
  while (rest) {
    const found = next.exec(rest);
    if (!found || matchers.length >= mostMatchers)
      throw new InputError(
        `not conditions on labels from here on: ${rest.slice(0, 60)}`,
      );
    const [all, label, op, quoted] = found;
    matchers.push({
      label,
      op: op as Matcher['op'],
      value: unquote(quoted),
    });
    rest = rest.slice(all.length).trim();
  }
  return matchers;
}

/** As PromQL reads it, whatever the values hold. */
export function printMatchers(matchers: Matcher[]): string {
  return matchers
    .map(({ label, op, value }) => `${label}${op}${quote(value)}`)
    .join(',');
}

/** Labels as they are called in Prometheus: `app.kubernetes.io/version` is `app_kubernetes_io_version`. */
export function labelName(name: string): string {
  const clean = name.replace(/[^a-zA-Z0-9_]/g, '_');
  return /^[0-9]/.test(clean) || !clean ? `_${clean}` : clean;
}

/** A text that a regular expression of RE2 finds as it is. */
export function literal(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}

function quote(value: string): string {
  const escaped = value.replace(/[\\"\p{Cc}\u2028\u2029]/gu, character =>
    character === '\\' || character === '"'
      ? `\\${character}`
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}

const escapes: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

function unquote(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(.)/gs, (all, character: string) => {
    const meant = escapes[character];
    if (meant === undefined)
      throw new InputError(
        `${all} is not understood; write \\\\ for a backslash`,
      );
    return meant;
  });
}
