import type { Said } from '@ghostlight/plugin-incidents-common';
import type { Reading } from '@ghostlight/plugin-incidents-node';

/** What an adapter set aside; ours also say why by code, for screens in other languages. */
export type RejectedItem = NonNullable<Reading['rejected']>[number] & {
  said?: Said;
};
