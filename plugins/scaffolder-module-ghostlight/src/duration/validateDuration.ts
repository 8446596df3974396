import type { Validation } from '../field/Validation';
import { isDuration, unitsOf } from './isDuration';

/** Told below the field when the form goes on. */
export function validateDuration(
  text: string | undefined,
  validation: Validation,
  context: {
    uiSchema?: { 'ui:options'?: { units?: string[]; choices?: string[] } };
  },
) {
  const options = context.uiSchema?.['ui:options'];
  const units = unitsOf(options);
  if (text && !isDuration(text, units)) {
    validation.addError(
      `${options?.choices?.[0] ?? `30${units[0]}`}: 1-999999 + ${units.join(
        ' | ',
      )}`,
    );
  }
}
