/** A value of an input or action as text; a list or object as JSON. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null) return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
