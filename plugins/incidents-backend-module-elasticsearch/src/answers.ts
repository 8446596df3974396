import { z } from 'zod';

/** What a search answers, as far as it is read. */
export const searchSchema = z.object({
  timed_out: z.boolean(),
  hits: z.object({
    hits: z.array(
      z.object({
        _index: z.string(),
        _id: z.string(),
        fields: z.record(z.string(), z.array(z.unknown())).optional(),
      }),
    ),
  }),
});

export type Hit = z.infer<typeof searchSchema>['hits']['hits'][number];
