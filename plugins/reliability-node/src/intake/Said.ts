/**
 * A sentence by code, for screens that say it in another language.
 *
 * @public
 */
export interface Said {
  code: string;
  params: Record<string, string>;
}
