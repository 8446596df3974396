import { ConfigReader } from '@backstage/config';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { connect } from '../../bench/shared/connect';
import { silentLogger } from '../../bench/shared/silentLogger';
import {
  Analyst,
  readAnalysisConfig,
} from '../../plugins/incidents-backend/src/triage/analysis';
import { ClaudeModel } from '../../plugins/incidents-backend-module-anthropic/src/ClaudeModel';
import {
  readClaudeConfig,
  type ClaudeConfig,
} from '../../plugins/incidents-backend-module-anthropic/src/readClaudeConfig';
import { root } from '../../scripts/process';
import { ListeningModel } from './ListeningModel';

export interface OpenAnalyst {
  analyst: Analyst;
  model: ListeningModel;
  claude: ClaudeConfig;
  close(): Promise<void>;
}

/** The product's analyst with the product's Claude, on a database of its own that goes with it. */
export async function openAnalyst(options: {
  apiKey: string;
  /** Claude's own by default. */
  baseUrl?: string;
  /** Time of a run; as in the product by default. */
  seconds?: number;
}): Promise<OpenAnalyst> {
  const { apiKey, baseUrl, seconds } = options;
  const claude = readClaudeConfig(
    new ConfigReader({
      incidents: {
        triage: { anthropic: { apiKey, ...(baseUrl && { baseUrl }) } },
      },
    }),
  );
  const { budget, ...config } = readAnalysisConfig();
  const model = ListeningModel.create(
    ClaudeModel.create({ config: claude, logger: silentLogger }),
  );
  const db: Knex = connect({ kind: 'SQLite', place: ':memory:' });
  await db.migrate.latest({
    directory: join(root, 'plugins/incidents-backend/migrations'),
  });
  const analyst = Analyst.create({
    db,
    model,
    logger: silentLogger,
    config: {
      ...config,
      budget: {
        ...budget,
        // All are asked within a day, and as if of one incident.
        incidentUsd: 1_000,
        dayUsd: 100_000,
        ...(seconds && { seconds }),
      },
    },
  });
  return { analyst, model, claude, close: () => db.destroy() };
}
