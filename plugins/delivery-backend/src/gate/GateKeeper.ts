import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Gate, GateCheck } from '@ghostlight/plugin-delivery-common';
import type {
  GateChecker,
  GateQuestion,
} from '@ghostlight/plugin-delivery-node';
import { inTime, isMissing, say } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { CheckMode, GateConfig } from './GateConfig';
import type { GateSigner } from './GateSigner';
import { findOverride } from './overrides';
import { verdictOf } from './verdictOf';

/** Says whether something may go out: asks all checks side by side, and signs what it says. */
export class GateKeeper {
  private constructor(
    private readonly options: {
      db: Knex;
      config: GateConfig;
      checkers: GateChecker[];
      signer: GateSigner;
      logger: LoggerService;
      now: () => number;
    },
  ) {}

  static create(options: {
    db: Knex;
    config: GateConfig;
    checkers: GateChecker[];
    signer: GateSigner;
    logger: LoggerService;
    now: () => number;
  }): GateKeeper {
    return new GateKeeper(options);
  }

  /** The verdict. A check that fails or takes too long counts as the configuration says. */
  async judge(question: Omit<GateQuestion, 'now'>): Promise<Gate> {
    const { db, config, checkers, signer, now } = this.options;
    const asked: GateQuestion = { ...question, now: now() };
    const [override, ...checks] = await Promise.all([
      findOverride(db, asked),
      ...checkers
        .filter(({ id }) => this.modeOf(id) !== 'off')
        .map(checker => this.ask(checker, asked)),
    ]);
    const { verdict, said } = verdictOf({
      checks,
      modeOf: id => this.modeOf(id),
      unknown: config.unknown,
      override,
      purpose: asked.purpose,
    });
    const gate: Gate = {
      entityRef: asked.entityRef,
      environment: asked.environment,
      ...(asked.version !== undefined && { version: asked.version }),
      purpose: asked.purpose,
      verdict,
      said,
      checks,
      ...(override && { override }),
      asOf: new Date(asked.now).toISOString(),
      expiresAt: new Date(asked.now + config.validity).toISOString(),
    };
    return { ...gate, signature: await signer.sign(gate) };
  }

  private modeOf(id: string): CheckMode {
    return this.options.config.modes[id] ?? 'warn';
  }

  private async ask(
    { id, title, check }: GateChecker,
    question: GateQuestion,
  ): Promise<GateCheck> {
    const { config, logger } = this.options;
    try {
      const found = await inTime(config.patience, () => check(question));
      return { id, title, ...found };
    } catch (error) {
      // The other family's plugin is not part of this portal.
      if (isMissing(error))
        return {
          id,
          title,
          verdict: 'off',
          said: say('gate.not-installed', 'Not part of this portal.'),
          evidence: [],
        };
      const why = error instanceof Error ? error.message : String(error);
      logger.warn(`The gate could not check ${id}: ${why}`);
      return {
        id,
        title,
        verdict: 'unknown',
        said: say('gate.unknown', `This could not be checked: ${why}`, { why }),
        evidence: [],
      };
    }
  }
}
