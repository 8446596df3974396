const allUnits = ['s', 'm', 'h', 'd', 'w', 'M', 'Q', 'Y'];

/** The units of a field's options, in order. */
export function unitsOf(options: { units?: string[] } | undefined): string[] {
  return options?.units?.length ? options.units : allUnits;
}

/** Whether a text is a whole number and one of the units. */
export function isDuration(text: string, units: readonly string[]): boolean {
  const match = /^[1-9]\d{0,5}([a-zA-Z])$/.exec(text);
  return match !== null && units.includes(match[1]);
}
