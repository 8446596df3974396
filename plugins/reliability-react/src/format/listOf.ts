/**
 * “payments, checkout and storefront”, or “… or storefront”, as the language puts it.
 *
 * @public
 */
export function listOf(
  words: string[],
  language: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(language, { type }).format(words);
}
