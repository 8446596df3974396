/** NUL and its like are for terminals, half a character is for nobody: databases take neither. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u;

/** Whether a text can be kept, compared and shown: no control characters but, if allowed, line breaks. */
export function isPlainText(
  text: string,
  options: { lines?: boolean } = {},
): boolean {
  return !unprintable.test(options.lines ? text.replace(/[\n\t]/g, '') : text);
}
