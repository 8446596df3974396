import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Of the ids of actions. */
export const runbookActionPickerSchema = makeFieldSchema({
  output: z => z.array(z.string()),
  uiOptions: z =>
    z.object({
      reversibleOnly: z
        .boolean()
        .optional()
        .describe('Leaves out what cannot be undone'),
    }),
});

export type RunbookActionPickerProps = typeof runbookActionPickerSchema.TProps;
