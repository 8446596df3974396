/** Between runbooks and TechDocs. */
export const docs = {
  docs: {
    is: 'This page is the runbook',
    open: 'open it',
    read: 'Read in TechDocs',
  },
} as const;
