import { urlField } from '@ghostlight/reliability-react';

export const PARTS = [
  'record',
  'graph',
  'changes',
  'alerts',
  'similar',
  'follow-ups',
  'postmortem',
] as const;

export type Part = (typeof PARTS)[number];

export const partsUrl = {
  part: urlField.oneOf(PARTS, 'record'),
  /** The alert that is looked at. */
  alert: urlField.text(),
};
