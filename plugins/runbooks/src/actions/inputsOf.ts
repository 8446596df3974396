/** An input of an action, as its JSON Schema has it. */
export interface ActionInput {
  name: string;
  type: string;
  required: boolean;
  description: string;
}

function isRecord(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typeOf(schema: { [key: string]: unknown }): string {
  const { type, enum: values, const: only } = schema;
  if (Array.isArray(values)) return values.map(String).join(' | ');
  if (only !== undefined) return String(only);
  return Array.isArray(type) ? type.join(' | ') : String(type ?? 'any');
}

/** The inputs that a JSON Schema of an object names; none for any other. */
export function inputsOf(schema: { [key: string]: unknown }): ActionInput[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  if (!isRecord(schema.properties)) return [];
  return Object.entries(schema.properties).flatMap(([name, property]) =>
    isRecord(property)
      ? [
          {
            name,
            type: typeOf(property),
            required: required.includes(name),
            description:
              typeof property.description === 'string'
                ? property.description
                : '',
          },
        ]
      : [],
  );
}
