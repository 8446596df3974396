import type { Symptom } from './Wish';

/** What a new runbook begins with; its author knows better what to look at. */
export const words: Record<
  Symptom,
  { title: string; look: string; checklist: string[] }
> = {
  errors: {
    title: 'answers with errors',
    look: 'Find out which requests fail, and since when',
    checklist: [
      'Errors began with a deployment or a change of configuration',
      'All endpoints and regions are hit, or only some',
      'The logs name a cause',
    ],
  },
  latency: {
    title: 'is slow',
    look: 'Find out which requests are slow, and since when',
    checklist: [
      'It began with a deployment or a change of configuration',
      'Traffic is higher than usual',
      'A dependency answers slowly',
    ],
  },
  saturation: {
    title: 'is running full',
    look: 'Find out what is running full, and how fast',
    checklist: [
      'CPU, memory, connections or disk are the limit',
      'Traffic is higher than usual, or a leak grows with time',
      'Instances are restarted again and again',
    ],
  },
  dependency: {
    title: 'misses a dependency',
    look: 'Find out which dependency fails, and for whom else',
    checklist: [
      'The dependency has an incident of its own',
      'Its owners know',
      'The entity can do without it for a while',
    ],
  },
};
