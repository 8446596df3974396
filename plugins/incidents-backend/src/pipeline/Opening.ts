import type { OpeningRule, Said } from '@ghostlight/plugin-incidents-common';

/** An incident that a group is to become. */
export interface Opening {
  /** The number it will get. */
  number: number;
  groupId: number;
  rule: OpeningRule;
  severity: Exclude<OpeningRule['severity'], 'none'>;
  /** In words. */
  because: string;
  becauseSaid: Said;
}
