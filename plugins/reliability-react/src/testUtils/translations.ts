/**
 * Texts by key, in groups.
 *
 * @public
 */
export type Nested = { readonly [key: string]: string | Nested };

function flat(nested: Nested, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(nested).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value]]
        : Object.entries(flat(value, `${prefix}${key}.`)),
    ),
  );
}

const slotsOf = (text: string) =>
  [...text.matchAll(/{{\s*(\w+)[^}]*}}/g)]
    .map(([, name]) => name)
    .sort()
    .join();

const wordsOf = (text: string) => text.replace(/{{[^}]*}}/g, '');

/**
 * What Spanish texts lack: keys, a plural `many` beside each `other`, slots, and being translated.
 *
 * @param english - as the translation ref has them
 * @param spanish - by full key
 * @param same - keys of texts that are the same in both
 * @public
 */
export function findSpanishProblems(
  english: Nested,
  spanish: Record<string, string>,
  same: string[] = [],
): string[] {
  const en = flat(english);
  const many = Object.keys(en)
    .filter(key => key.endsWith('_other'))
    .map(key => key.replace(/_other$/, '_many'));
  const wanted = [...Object.keys(en), ...many];
  const original = (key: string) => en[key.replace(/_many$/, '_other')];
  return [
    ...wanted
      .filter(key => spanish[key] === undefined)
      .map(key => `${key} is missing`),
    ...Object.keys(spanish)
      .filter(key => !wanted.includes(key))
      .map(key => `${key} is no English key`),
    ...wanted
      .filter(
        key =>
          spanish[key] !== undefined &&
          slotsOf(spanish[key]) !== slotsOf(original(key)),
      )
      .map(key => `${key} has other slots`),
    ...Object.keys(en)
      .filter(
        key =>
          en[key] === spanish[key] &&
          !same.includes(key) &&
          /[a-z]{4}/.test(wordsOf(en[key])),
      )
      .map(key => `${key} is left in English`),
  ];
}
