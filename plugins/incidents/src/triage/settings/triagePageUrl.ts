import { urlField } from '@ghostlight/reliability-react';

/** Days, by what the URL calls them. */
export const SPENDS = { '7d': 7, '28d': 28, '90d': 90 } as const;
export const spends = ['7d', '28d', '90d'] as const;

/** All that a link to the page restores. */
export const triagePageUrl = { spend: urlField.oneOf(spends, '28d') };
