import { InputError } from '@backstage/errors';

/** `name=value`, repeated, as the inputs of a run; the portal makes numbers of what is to be one. */
export function readInputs(given: string[]): Record<string, string> {
  const inputs: Record<string, string> = {};
  for (const text of given) {
    const at = text.indexOf('=');
    const name = text.slice(0, Math.max(at, 0)).trim();
    if (!name) throw new InputError(`--input ${text}: write name=value.`);
    if (Object.hasOwn(inputs, name))
      throw new InputError(`--input ${name} is given twice.`);
    inputs[name] = text.slice(at + 1);
  }
  return inputs;
}
