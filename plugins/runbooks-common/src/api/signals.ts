/**
 * Channel of the signal that something moved: a run, an attempt of a policy, a switch or a document.
 * Its message says which; a screen fetches again.
 *
 * @public
 */
export const RUNBOOKS_SIGNAL_CHANNEL = 'runbooks';

/**
 * Message of {@link RUNBOOKS_SIGNAL_CHANNEL}.
 *
 * @public
 */
export interface RunbooksSignal {
  [key: string]: string[];
  /** Ids of runs and attempts, refs of documents, `switches`. */
  changed: string[];
}
