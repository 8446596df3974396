/** What ran. A check that is no test suite counts as one test. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Names of what failed, where the check knows them. */
  failures?: string[];
  /**
   * Runs what failed once more, with nothing beside it, and counts all anew. On a machine with more
   * to do than it can, programs miss each other's patience; what fails twice is broken.
   */
  again?(stage: Stage): Promise<Counts>;
}

/** One kind of check, a stage of the whole. */
export interface Check {
  name: string;
  run(stage: Stage): Promise<Counts>;
}

type Writable = 'inherit' | 'ignore' | number;

/** What a check is told by the run that it is part of. */
export interface Stage {
  /** Where the check's processes write to. */
  stdio: ['ignore', Writable, Writable];
  /** A folder for the run's files. */
  scratch: string;
  /** Whether a check of that name is part of the run. */
  runs(name: string): boolean;
}

/** Of a check that passes or fails as a whole. */
export function whole(passed: boolean): Counts {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}
