/** The entity that another field of the form has chosen; undefined while there is none. */
export function entityIn(
  formContext: unknown,
  field: string,
): string | undefined {
  const value = valueOf(valueOf(formContext, 'formData'), field);
  return typeof value === 'string' && value ? value : undefined;
}

function valueOf(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null
    ? (holder as Record<string, unknown>)[name]
    : undefined;
}
