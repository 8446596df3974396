const week = 7 * 86_400_000;

/** Weeks since the epoch at an instant in milliseconds: words are kept by the week of the start. */
export function weekOf(ms: number): number {
  return Math.floor(ms / week);
}

/** When a week begins, in milliseconds. */
export function startOf(weeks: number): number {
  return weeks * week;
}
