import type { JsonObject, JsonValue } from '@backstage/types';
import type { KnownAction } from './readActions';
import type { ActionWish } from './Wish';

/** A field that somebody fills in when the runbook is run. */
export type AskedInput = { name: string } & JsonObject;

/**
 * The steps of actions. What an action needs and nobody gave becomes an input of the runbook; before
 * what cannot be undone somebody is asked.
 *
 * @param known - the installed actions, where they could be read
 */
export function actionSteps(
  wishes: readonly ActionWish[],
  known: ReadonlyMap<string, KnownAction> | undefined,
  within: (duration: string) => string,
): { steps: JsonObject[]; inputs: AskedInput[] } {
  const inputs = new Map<string, AskedInput>();
  const steps = wishes.flatMap(({ action, input = {}, timeout }) => {
    const info = known?.get(action);
    const asked = askedInputs(info?.input, input).map(field => {
      const isTaken = inputs.has(field.name);
      const prefix = action.replace(/^.*:/, '');
      const name = isTaken
        ? `${prefix}-${field.name}`.slice(0, 63)
        : field.name;
      inputs.set(name, { ...field, name });
      return [field.name, `\${{ inputs.${name} }}`] as const;
    });
    const filled: JsonObject = { ...input, ...Object.fromEntries(asked) };
    const title = info?.title.text.trim().slice(0, 200);
    return [
      ...(info?.reversible === false
        ? [
            {
              approval: `“${title ?? action}” cannot be undone. Go ahead?`,
              timeout: within('15m'),
            },
          ]
        : []),
      {
        ...(title ? { title } : {}),
        action,
        ...(Object.keys(filled).length ? { input: filled } : {}),
        timeout: timeout ?? within('15m'),
      },
    ];
  });
  return { steps, inputs: [...inputs.values()] };
}

/** The fields that a JSON Schema requires and that are not given, as inputs of a runbook. */
function askedInputs(
  schema: JsonObject | undefined,
  given: JsonObject,
): AskedInput[] {
  const { required, properties } = schema ?? {};
  if (!Array.isArray(required) || !isObject(properties)) return [];
  return required.flatMap(name => {
    if (
      typeof name !== 'string' ||
      !/^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/.test(name) ||
      Object.hasOwn(given, name) ||
      !Object.hasOwn(properties, name)
    )
      return [];
    const type = typeOf(properties[name]);
    return type ? [{ name, ...type }] : [];
  });
}

function typeOf(schema: JsonValue | undefined): JsonObject | undefined {
  if (!isObject(schema)) return undefined;
  const { description, type, minimum, maximum } = schema;
  const help =
    typeof description === 'string' && description.trim()
      ? { description: description.trim().slice(0, 1_000) }
      : {};
  const choices = schema.enum;
  if (Array.isArray(choices)) {
    const texts = choices.filter(
      (choice): choice is string => typeof choice === 'string',
    );
    return texts.length === choices.length && texts.length <= 50
      ? { type: 'choice', ...help, choices: texts }
      : undefined;
  }
  switch (type) {
    case 'string':
    case 'boolean':
      return { type, ...help };
    case 'number':
    case 'integer':
      return {
        type,
        ...help,
        ...(typeof minimum === 'number' ? { minimum } : {}),
        ...(typeof maximum === 'number' ? { maximum } : {}),
      };
    default:
      return undefined;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
