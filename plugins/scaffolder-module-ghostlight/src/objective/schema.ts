import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Of an objective's ref. */
export const objectivePickerSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      entityField: z
        .string()
        .optional()
        .describe('Field with the entity; entityRef by default'),
      only: z
        .enum(['own'])
        .optional()
        .describe('own: of the entity alone, not of the rest of its system'),
    }),
});

export type ObjectivePickerProps = typeof objectivePickerSchema.TProps;
