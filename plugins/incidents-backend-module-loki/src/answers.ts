import { z } from 'zod';

/** What `query_range` answers to a query of logs. Newer versions add the line's metadata. */
export const streamsSchema = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('streams'),
    result: z.array(
      z.object({
        stream: z.record(z.string(), z.string()),
        values: z.array(
          z
            .tuple([z.string().regex(/^\d{1,20}$/), z.string()])
            .rest(z.unknown()),
        ),
      }),
    ),
  }),
});

export type Streams = z.infer<typeof streamsSchema>;
