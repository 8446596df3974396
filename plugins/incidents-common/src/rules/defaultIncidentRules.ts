import type { IncidentRules } from './IncidentRules';

const minute = 60_000;

/**
 * Rules where nobody wrote any; a document of rules replaces what it names. Weights and threshold
 * are near the best that the tuning seeds of the storm bench know, and such that an alert of a direct
 * dependent joins for more than half of the window.
 *
 * @public
 */
export const defaultIncidentRules: IncidentRules = {
  mapping: [],
  suppress: {
    flapping: {
      transitions: 4,
      withinMs: 10 * minute,
      quietMs: 10 * minute,
    },
    symptoms: true,
    rules: [],
  },
  correlate: {
    windowMs: 5 * minute,
    idleMs: 30 * minute,
    distance: 3,
    threshold: 0.5,
    weights: {
      time: 0.4,
      distance: 0.3,
      text: 0.1,
      labels: 0.08,
      change: 0.12,
    },
    changeMs: 30 * minute,
    rules: [],
  },
  incidents: {
    rules: [
      { name: 'burning budget', match: [], sloBurn: 'page', severity: 'SEV2' },
      {
        name: 'critical alert',
        match: [],
        severities: ['critical'],
        severity: 'SEV2',
      },
      {
        name: 'error alert',
        match: [],
        severities: ['error'],
        severity: 'SEV3',
      },
      {
        name: 'slowly burning budget',
        match: [],
        sloBurn: 'ticket',
        severity: 'SEV4',
      },
      {
        name: 'repeated warning',
        match: [],
        severities: ['warning'],
        afterOccurrences: 3,
        severity: 'SEV4',
      },
      { name: 'for information', match: [], severity: 'none' },
    ],
    resolveAfterMs: 5 * minute,
    reopenWithinMs: 30 * minute,
  },
};
