import { z } from 'zod';

/** A text PagerDuty may also send as null. */
const text = z.string().nullish();

/** A reference, or with `include[]=users` the user. */
const user = z.object({
  id: z.string(),
  summary: text,
  name: text,
  email: text,
  time_zone: text,
});

export const userAnswer = z.object({ user });

export const oncallsAnswer = z.object({
  oncalls: z.array(
    z.object({
      user,
      schedule: z.object({ summary: text }).nullish(),
      escalation_level: z.int(),
      start: text,
      end: text,
    }),
  ),
  more: z.boolean().nullish(),
});

export const policyAnswer = z.object({
  escalation_policy: z.object({
    summary: text,
    name: text,
    html_url: text,
    escalation_rules: z.array(
      z.object({ escalation_delay_in_minutes: z.number() }),
    ),
  }),
});

const service = z.object({
  id: z.string(),
  escalation_policy: z.object({ id: z.string() }).nullish(),
  integrations: z.array(z.object({ integration_key: text })).nullish(),
});

export const serviceAnswer = z.object({ service });
export const servicesAnswer = z.object({ services: z.array(service) });

export const scheduleAnswer = z.object({
  schedule: z.object({
    name: text,
    html_url: text,
    time_zone: text,
    final_schedule: z.object({
      rendered_schedule_entries: z.array(
        z.object({ user, start: z.string(), end: z.string() }),
      ),
    }),
  }),
});

export type PagerDutyUser = z.output<typeof user>;
