/** The readable id of a run: `TRI-0007`. */
export function runIdOf(number: number): string {
  return `TRI-${String(number).padStart(4, '0')}`;
}

/** The number in a readable id; undefined when it is none. */
export function runNumberOf(id: string): number | undefined {
  const digits = /^TRI-0*([1-9]\d{0,8})$/i.exec(id.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
