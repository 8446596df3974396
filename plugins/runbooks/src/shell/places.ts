/** The family's pages, in the order of their tabs. */
export const PLACES = [
  'runbooks',
  'runs',
  'remediation',
  'approvals',
  'experiments',
  'actions',
] as const;
