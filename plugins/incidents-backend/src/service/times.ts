/** A bigint of the database as ISO 8601. */
export function isoOf(at: number | string): string {
  return new Date(Number(at)).toISOString();
}

/** The same of what may be absent. */
export function isoOrNot(at: number | string | null): string | undefined {
  return at === null ? undefined : isoOf(at);
}

/** Epoch milliseconds of what the API's document says is a date-time. */
export function msOf(iso: string): number {
  return new Date(iso).getTime();
}
