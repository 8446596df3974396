import type {
  AuditorService,
  AuthService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { Action } from '@ghostlight/plugin-runbooks-node';
import { say, type RunsApi } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { join } from 'node:path';
import { z } from 'zod';
import { ActionDirectory } from '../../plugins/runbooks-backend/src/ActionDirectory';
import {
  Secrets,
  type ExecutionContext,
} from '../../plugins/runbooks-backend/src/executions';
import { BurnReader } from '../../plugins/runbooks-backend/src/verification';
import { silentLogger } from '../shared/silentLogger';

export const migrations = join(
  __dirname,
  '../../plugins/runbooks-backend/migrations',
);

/** The entity that everything is about. */
export const payments = 'component:default/payments';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments', namespace: 'default' },
  spec: { type: 'service', owner: 'payers' },
};

const auditor: AuditorService = {
  createEvent: async () => ({
    success: async () => undefined,
    fail: async () => undefined,
  }),
};

export const auth = {
  getOwnServiceCredentials: async () => ({}),
} as unknown as AuthService;

/** An action whose far end takes no time. */
export const instant: Action = {
  id: 'bench:instant',
  title: 'Do something',
  description: 'Of the benchmark',
  input: z.strictObject({ n: z.number() }),
  reads: [],
  changes: ['Nothing'],
  reversible: true,
  idempotent: true,
  plan: async ({ n }) => ({
    target: `bench/${n}`,
    title: say('bench', `Do ${n}`),
    changes: [],
    refusals: [],
    pinned: { n },
  }),
  act: async () => ({ state: 'applied' }),
  readBack: async () => ({ state: 'absent' }),
};

/** The plugin's own parts, with nobody around to be asked. */
export function contextOf(db: Knex, runs: RunsApi): ExecutionContext {
  const actions = ActionDirectory.create();
  actions.addAction(instant);
  const now = Date.now;
  const slo = {
    listObjectives: async () => ({ items: [], total: 0 }),
  } as unknown as Parameters<typeof BurnReader.create>[0]['slo'];
  return {
    db,
    now,
    logger: silentLogger,
    auditor,
    runs,
    actions,
    secrets: Secrets.create(undefined),
    burn: BurnReader.create({ slo, auth, now }),
    verification: { interval: 10_000, leastSpan: 60_000, mostSpan: 120_000 },
    entityOf: () => entity,
    belongingOf: () => ({ ownerRef: 'group:default/payers' }),
    dependantsOf: ref => [ref],
    announce: async () => undefined,
  };
}
