import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Of a duration such as 30d. */
export const durationPickerSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      choices: z.array(z.string()).optional().describe('Offered as buttons'),
      units: z
        .array(z.enum(['s', 'm', 'h', 'd', 'w', 'M', 'Q', 'Y']))
        .optional()
        .describe('That it may have; all by default'),
    }),
});

export type DurationPickerProps = typeof durationPickerSchema.TProps;
