/** All matches of a global pattern, as `matchAll` finds them, without a copy of the pattern for each text. */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let one = pattern.exec(text); one; one = pattern.exec(text)) {
    found.push(one);
    if (!one[0]) pattern.lastIndex += 1;
  }
  return found;
}
