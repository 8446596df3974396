import { addCounts, cleanCounts, noCounts, type Counts } from './Counts';
import { type Bet, logMeanExp } from './logMeanExp';
import { oneSampleLog, twoSampleLog } from './twoSampleLog';

/** What the test is to tell apart. */
export interface CanaryTestOptions {
  /** Share of healthy versions that it fails, at most, however often it looks. Default 0.05. */
  alpha?: number;
  /** Share of versions that are `bearable` times as bad that it passes, at most. Default 0.05. */
  beta?: number;
  /** The new version may fail so many times as often as the old one. At least 1, the default. */
  tolerated?: number;
  /** One that fails so many times as often must not pass. Above `tolerated`; default 3. */
  bearable?: number;
  /** Highest share of requests that may fail, whatever the old version does. Without it only the old version is what it is held to. */
  max?: number;
}

/** All that is kept between two looks; JSON. */
export interface CanaryTestState {
  looks: number;
  canary: Counts;
  baseline: Counts;
  /** Log-likelihood ratios by what was bet on. */
  logs: Record<Question, number[]>;
  /** The test has failed, and stays so. */
  failed?: 'worse' | 'over';
}

/**
 * `undecided`: too little traffic to decide. `moreRequests` of the new version would probably do if it
 * is as good as the old one; left out when no number would.
 */
export interface CanaryVerdict {
  verdict: 'pass' | 'fail' | 'undecided';
  /** Why it fails: worse than the old version, or over the highest share. */
  because?: 'worse' | 'over';
  /** How many times likelier what was seen is for a bad version than for a healthy one; fails at 1 / alpha. */
  evidence: number;
  moreRequests?: number;
}

/** worse than the old one? over the limit? not much worse than the old one? hardly failing? below the limit? */
type Question = 'worse' | 'over' | 'fine' | 'rare' | 'below';

const questions: Question[] = ['worse', 'over', 'fine', 'rare', 'below'];

/** Multiples of the null that are bet on. Spread so that small and large differences are found nearly as fast as if they were known. */
const bets: Record<Question, Bet[]> = {
  worse: [
    { value: 1.5, weight: 0.1 },
    { value: 2, weight: 0.25 },
    { value: 3, weight: 0.25 },
    { value: 6, weight: 0.2 },
    { value: 15, weight: 0.15 },
    { value: 60, weight: 0.05 },
  ],
  over: [
    { value: 1.5, weight: 0.3 },
    { value: 3, weight: 0.4 },
    { value: 10, weight: 0.2 },
    { value: 100, weight: 0.1 },
  ],
  fine: [
    { value: 1 / 3, weight: 0.7 },
    { value: 1 / 2, weight: 0.3 },
  ],
  rare: [
    { value: 0.01, weight: 0.5 },
    { value: 0.2, weight: 0.5 },
  ],
  below: [
    { value: 0.01, weight: 0.4 },
    { value: 0.1, weight: 0.3 },
    { value: 0.4, weight: 0.3 },
  ],
};

/** Of alpha, what is bet on being worse than the old version; the rest on being over the limit. */
const worseWeight = 0.8;

/** Below this the old version's rate does not matter, when there is no limit that would say so. */
const usualRare = 0.005;

/**
 * Whether a new version fails more often than the old one, looked at as often as one likes.
 *
 * A mixture of sequential probability ratios (Robbins 1970; Johari et al. 2022, “Always valid
 * inference”). Under the null each is a nonnegative supermartingale that starts at 1, so that by Ville's
 * inequality its mixture ever reaches 1 / alpha with a probability of at most alpha: the bound holds for
 * any number of looks, any traffic split, and rates that change from look to look, as long as they do so
 * for both versions. It supposes that requests fail independently of each other.
 */
export class CanaryTest {
  private constructor(
    private readonly options: Required<Omit<CanaryTestOptions, 'max'>> & {
      max?: number;
    },
    private readonly now: CanaryTestState,
  ) {}

  static create(
    options: CanaryTestOptions = {},
    state: CanaryTestState = begin(),
  ): CanaryTest {
    const { alpha = 0.05, beta = 0.05, tolerated = 1, bearable = 3 } = options;
    const max =
      options.max === undefined
        ? undefined
        : Math.min(Math.max(options.max, 1e-6), 1 - 1e-6);
    return new CanaryTest({ alpha, beta, tolerated, bearable, max }, state);
  }

  /** To be kept, and given to `create` to go on. */
  get state(): CanaryTestState {
    return this.now;
  }

  /** What was counted since the last look. */
  look(seen: { canary: Counts; baseline: Counts }): CanaryTest {
    const canary = cleanCounts(seen.canary);
    const baseline = cleanCounts(seen.baseline);
    const logs = { ...this.now.logs };
    for (const question of questions) {
      logs[question] = logs[question].map(
        (log, n) =>
          log + this.gain(question, bets[question][n], { canary, baseline }),
      );
    }
    const next = {
      looks: this.now.looks + 1,
      canary: addCounts(this.now.canary, canary),
      baseline: addCounts(this.now.baseline, baseline),
      logs,
      failed: this.now.failed,
    };
    const after = new CanaryTest(this.options, next);
    if (!next.failed && after.logEvidence >= -Math.log(this.options.alpha))
      next.failed =
        after.log('worse') + Math.log(worseWeight) >=
        after.log('over') + Math.log(1 - worseWeight)
          ? 'worse'
          : 'over';
    return after;
  }

  judge(): CanaryVerdict {
    const { failed } = this.now;
    const evidence = Math.exp(Math.min(this.logEvidence, 700));
    if (failed) return { verdict: 'fail', because: failed, evidence };
    const { max, beta } = this.options;
    // Two ways to be fine, each of which may be wrong.
    const fine = -Math.log(beta / 2);
    const below = -Math.log(beta);
    const isFine = this.log('fine') >= fine || this.log('rare') >= fine;
    const isBelow = max === undefined || this.log('below') >= below;
    if (isFine && isBelow) return { verdict: 'pass', evidence };
    const needed = Math.max(
      isFine ? 0 : Math.min(this.toGo('fine', fine), this.toGo('rare', fine)),
      isBelow ? 0 : this.toGo('below', below),
    );
    return {
      verdict: 'undecided',
      evidence,
      ...(Number.isFinite(needed) && {
        moreRequests: Math.max(1, Math.ceil(needed)),
      }),
    };
  }

  private get logEvidence(): number {
    return this.options.max === undefined
      ? this.log('worse')
      : logMeanExp(
          [this.log('worse'), this.log('over')],
          [worseWeight, 1 - worseWeight],
        );
  }

  private log(question: Question): number {
    return logMeanExp(
      this.now.logs[question],
      bets[question].map(({ weight }) => weight),
    );
  }

  private gain(
    question: Question,
    { value }: Bet,
    seen: { canary: Counts; baseline: Counts },
  ): number {
    const { max, tolerated, bearable } = this.options;
    const rare = max === undefined ? usualRare : max / 10;
    switch (question) {
      case 'worse':
        return twoSampleLog(seen, tolerated * value, tolerated);
      case 'fine':
        return twoSampleLog(seen, bearable * value, bearable);
      case 'rare':
        return oneSampleLog(seen.canary, rare * value, rare);
      case 'over':
        return max === undefined
          ? 0
          : oneSampleLog(seen.canary, timesOdds(max, value), max);
      default:
        return max === undefined
          ? 0
          : oneSampleLog(seen.canary, max * value, max);
    }
  }

  /** Requests until the answer is expected, if the new version fails as often as both do together. */
  private toGo(question: Question, threshold: number): number {
    const { canary, baseline } = this.now;
    const both = addCounts(canary, baseline);
    const rate = both.total > 0 ? both.bad / both.total : 0;
    const baselines = canary.total > 0 ? baseline.total / canary.total : 1;
    const each = {
      canary: { bad: rate, total: 1 },
      baseline: { bad: rate * baselines, total: baselines },
    };
    const steps = bets[question].map((bet, n) => {
      const gain = this.gain(question, bet, each);
      const missing =
        threshold - Math.log(bet.weight) - this.now.logs[question][n];
      return gain > 0 ? Math.max(missing, 0) / gain : Infinity;
    });
    return Math.min(...steps);
  }
}

function begin(): CanaryTestState {
  const logs = {} as CanaryTestState['logs'];
  for (const question of questions)
    logs[question] = bets[question].map(() => 0);
  return { looks: 0, canary: noCounts, baseline: noCounts, logs };
}

/** A rate whose odds are so many times those of another. */
function timesOdds(rate: number, factor: number): number {
  const odds = (rate / (1 - rate)) * factor;
  return odds / (1 + odds);
}
