import { z } from 'zod';

const text = z.string().nullish();

const recipient = z.object({
  type: z.string(),
  id: text,
  name: text,
  username: text,
});

const team = z.object({ name: text }).nullish();

export const scheduleAnswer = z.object({
  data: z.object({ id: z.string(), name: text, timezone: text }),
});

export const schedulesAnswer = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      name: text,
      enabled: z.boolean().nullish(),
      ownerTeam: team,
    }),
  ),
});

export const timelineAnswer = z.object({
  data: z.object({
    finalTimeline: z
      .object({
        rotations: z
          .array(
            z.object({
              name: text,
              periods: z
                .array(
                  z.object({
                    startDate: z.string(),
                    endDate: z.string(),
                    type: text,
                    recipient: recipient.nullish(),
                    flattenedRecipients: z.array(recipient).nullish(),
                  }),
                )
                .nullish(),
            }),
          )
          .nullish(),
      })
      .nullish(),
  }),
});

const escalation = z.object({
  id: z.string(),
  name: text,
  ownerTeam: team,
  rules: z
    .array(
      z.object({
        notifyType: text,
        delay: z.object({ timeAmount: z.number(), timeUnit: text }).nullish(),
        recipient,
      }),
    )
    .nullish(),
});

export const escalationAnswer = z.object({ data: escalation });
export const escalationsAnswer = z.object({ data: z.array(escalation) });

export type OpsgenieRecipient = z.output<typeof recipient>;
export type OpsgenieEscalation = z.output<typeof escalation>;
