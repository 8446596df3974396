/** How long the ledger keeps which rows. */
export interface Retention {
  /** Days of minutes. 3 by default, at least 1. */
  minutes: number;
  /** Days of hours. 100 by default. */
  hours: number;
  /** Days of days; then nothing. 400 by default. */
  days: number;
}

export const defaultRetention: Retention = {
  minutes: 3,
  hours: 100,
  days: 400,
};
