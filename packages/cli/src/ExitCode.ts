/** What a caller can act on; scripts rely on these. */
export const ExitCode = {
  ok: 0,
  /** A document has an error; a run failed or was cancelled. */
  wrong: 1,
  /** The arguments cannot be used. */
  usage: 2,
  /** The gate denies, or nobody agreed. */
  denied: 3,
  /** The portal does not answer, or not to this caller. */
  unanswered: 4,
  /** All was done, and users have not recovered. */
  notRecovered: 5,
  /** It is not known whether something was done; nothing is repeated. */
  unknown: 6,
} as const;

export type ExitStatus = (typeof ExitCode)[keyof typeof ExitCode];
