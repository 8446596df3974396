/** Stands for what differs. */
export const mark = '<*>';

const mostTokens = 60;
const longest = 2_000;

/** What differs from line to line of the same statement. */
const variable = [
  /^[+-]?\d[\d.,:]*(?:ms|s|m|h|us|µs|ns|%|x|[kmgt]i?b|b)?$/i,
  /^0x[0-9a-f]+$/i,
  /^(?=.*\d)[0-9a-f]{6,}$/i,
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  /^\d{4}-\d\d-\d\d(?:[T_].*)?$/,
  /^\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?$/,
  /^\[[a-z-]+$/,
];

/** A line as words, with a mark in the place of those that are surely numbers, times or ids. */
export function tokensOf(line: string): string[] {
  return line
    .slice(0, longest)
    .trim()
    .split(/\s+/, mostTokens)
    .filter(Boolean)
    .map(word => {
      const [, before, core, after] =
        /^([("'[{<=,;:]*)(.*?)([)"'\]}>,;:.!?]*)$/s.exec(word) ?? [];
      if (!core) return word;
      const [, name = '', value = core] =
        /^([A-Za-z_][\w.-]{0,60}[=:])(.+)$/s.exec(core) ?? [];
      return isVariable(value) ? `${before}${name}${mark}${after}` : word;
    });
}

export function isVariable(word: string): boolean {
  return variable.some(form => form.test(word));
}

/** Whether a word may differ although it looks like one: it has a digit in it. */
export function hasDigit(word: string): boolean {
  return /\d/.test(word);
}
