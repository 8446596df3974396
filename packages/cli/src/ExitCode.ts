/** What a caller can act on; scripts rely on these. */
export const ExitCode = {
  ok: 0,
  /** A document has an error. */
  wrong: 1,
  /** The arguments cannot be used. */
  usage: 2,
  /** The gate denies. */
  denied: 3,
  /** The portal does not answer, or not to this caller. */
  unanswered: 4,
} as const;

export type ExitStatus = (typeof ExitCode)[keyof typeof ExitCode];
