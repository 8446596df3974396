import type { TriageCase } from '@ghostlight/plugin-incidents-common';
import type { ActionInfo } from '@ghostlight/plugin-runbooks-common';
import { hashOf, say } from '@ghostlight/reliability-node';
import { diagnose } from '../../ranking';
import type { IncidentTaskRequest } from '../AnalysisRequest';

const checkout = 'component:default/checkout';
const payments = 'component:default/payments';
const ledger = 'component:default/ledger';
const minute = (n: number) =>
  new Date(Date.UTC(2026, 10, 21, 12, n)).toISOString();

/** Payments fails a minute after a new version of it; checkout, which depends on it, follows. */
export const paymentsCase: TriageCase = {
  title: 'Charges fail',
  entities: [
    { ref: checkout, type: 'service' },
    { ref: payments, type: 'service' },
    { ref: ledger, type: 'service' },
  ],
  dependencies: [
    { from: checkout, to: payments },
    { from: payments, to: ledger },
  ],
  alerts: [
    {
      id: '41',
      name: 'HighErrorRate',
      title: 'Charges fail with HTTP 503',
      entityRef: payments,
      severity: 'critical',
      startsAt: minute(32),
      labels: { service: 'payments' },
    },
    {
      id: '42',
      name: 'SlowCheckout',
      title: 'Checkout takes 4.2 s',
      entityRef: checkout,
      severity: 'warning',
      startsAt: minute(34),
    },
  ],
  changes: [
    {
      id: 'c1',
      kind: 'deployment',
      title: 'payments v42 went out',
      entityRef: payments,
      at: minute(31),
      version: 'v42',
      outcome: 'succeeded',
    },
    {
      id: 'c2',
      kind: 'deployment',
      title: 'ledger v7 went out',
      entityRef: ledger,
      at: minute(50),
      version: 'v7',
    },
  ],
  metrics: [
    {
      entityRef: payments,
      name: 'error_ratio',
      kind: 'errors',
      start: minute(0),
      step: 60,
      values: Array.from({ length: 50 }, (_, n) =>
        n < 32 ? 0.001 + (n % 3) * 0.0001 : 0.153,
      ),
    },
  ],
  logs: [
    {
      entityRef: payments,
      at: minute(32),
      text: 'card gateway refused: unknown field installments',
      count: 812,
      before: 0,
    },
  ],
  runbooks: [
    {
      ref: 'runbook:default/charges-fail',
      title: 'Charges fail',
      entityRef: payments,
      text: 'Roll payments back to the version before.',
    },
  ],
};

/** Two actions of the allow-list, one of them switched off. */
export const actions: ActionInfo[] = [
  {
    id: 'delivery:rollback',
    title: say('rollback', 'Roll back'),
    description: say('rollback-long', 'To the version before'),
    input: {
      type: 'object',
      properties: {
        to: { type: 'string' },
        namespace: { type: 'string' },
        reason: { type: 'string' },
        steps: { type: 'integer', minimum: 1, maximum: 3 },
        mode: { type: 'string', enum: ['fast', 'slow'] },
      },
      additionalProperties: false,
    },
    reads: [],
    changes: ['Deployment'],
    reversible: true,
    dryRun: true,
    enabled: true,
  },
  {
    id: 'kubernetes:drain-node',
    title: say('drain', 'Drain a node'),
    description: say('drain-long', 'Moves all pods away'),
    input: { type: 'object', properties: {}, additionalProperties: false },
    reads: [],
    changes: ['Node'],
    reversible: false,
    dryRun: false,
    enabled: false,
  },
];

/** The incident as tasks take it. */
export function incidentOf(
  given: TriageCase = paymentsCase,
): IncidentTaskRequest {
  const report = diagnose(given);
  return {
    incident: { id: 'INC-0042' },
    collected: {
      case: given,
      bundle: {
        id: hashOf(JSON.stringify(given)),
        incidentId: 'INC-0042',
        at: minute(55),
        items: report.evidence,
        redactions: [{ kind: 'e-mail', count: 1 }],
        missing: [],
      },
    },
    report,
    by: 'user:default/ines',
  };
}

/** Id of the first record of a kind. */
export function idOf(
  { collected }: IncidentTaskRequest,
  type: string,
  saying = '',
): string {
  const found = collected.bundle.items.find(
    item => item.type === type && `${item.title} ${item.text}`.includes(saying),
  );
  if (!found) throw new Error(`There is no ${type} that says '${saying}'`);
  return found.id;
}
