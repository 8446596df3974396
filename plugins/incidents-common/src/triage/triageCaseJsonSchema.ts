import { z } from 'zod';
import { triageCaseSchema } from './triageCaseSchema';

/**
 * The JSON Schema of a {@link TriageCase}, draft 2020-12.
 *
 * @public
 */
export function triageCaseJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(triageCaseSchema, { io: 'input' }),
    title: 'TriageCase',
  };
}
