import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  Evidence,
  GateCheck,
  Sentence,
} from '@ghostlight/plugin-delivery-common';

/**
 * What a gate is asked.
 *
 * @public
 */
export interface GateQuestion {
  entityRef: string;
  environment: string;
  version?: string;
  purpose: 'deploy' | 'rollback';
  /** Epoch milliseconds. */
  now: number;
  /** On whose behalf. */
  credentials: BackstageCredentials;
}

/**
 * One question of the gate. What it throws becomes the verdict `unknown`, which the configuration
 * counts as a warning or a refusal.
 *
 * @public
 */
export interface GateChecker {
  id: string;
  title: string;
  check(question: GateQuestion): Promise<{
    verdict: GateCheck['verdict'];
    said: Sentence;
    howToPass?: Sentence;
    evidence: Evidence[];
  }>;
}
