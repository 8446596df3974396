/**
 * The readable id of an incident from its number: `INC-0042`. Five digits and more stay whole.
 *
 * @public
 */
export function incidentIdOf(number: number): string {
  return `INC-${String(number).padStart(4, '0')}`;
}

/**
 * The number in a readable id, in any case and with or without leading zeros; undefined when it is none.
 *
 * @public
 */
export function incidentNumberOf(id: string): number | undefined {
  const digits = /^INC-0*([1-9]\d{0,14})$/i.exec(id.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
