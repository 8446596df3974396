import type { DeliveryText } from '../translation';

/** Titles of the gate's own checks, as the backend has them in English, by what the texts call them. */
const KNOWN = {
  'error budget': 'check.budget',
  'open incidents': 'check.incidents',
  freezes: 'check.freeze',
  approvals: 'check.approvals',
  'security findings': 'check.findings',
  'model evaluation': 'check.evaluation',
  dependencies: 'check.dependencies',
} as const;

/** What a check is called; those of modules have their own titles. */
export function checkTitle(title: string, t: DeliveryText): string {
  const found = Object.entries(KNOWN).find(
    ([known]) => known === title.toLocaleLowerCase('en'),
  );
  return found ? t(found[1]) : title;
}
