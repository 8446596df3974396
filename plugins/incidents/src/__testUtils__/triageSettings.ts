import type {
  IncidentCluster,
  TriageSettings,
  TriageSpend,
} from '@ghostlight/plugin-incidents-common';
import { ago, ref } from './incidents';
import { words } from './triage';

const usd = (amount: number) => ({ amount, currency: 'USD' as const });

export function someSettings(now: number): TriageSettings {
  return {
    model: { available: true, model: 'claude-sonnet-5-5' },
    tiers: [
      {
        tier: 'analysis',
        model: 'claude-sonnet-5-5',
        inputPrice: 2,
        outputPrice: 10,
        pricesOf: '2026-11-01',
      },
      {
        tier: 'small',
        model: 'claude-haiku-5-5',
        inputPrice: 0.1,
        outputPrice: 0.5,
        pricesOf: '2026-11-01',
      },
    ],
    budget: {
      inputTokens: 30_000,
      outputTokens: 6_000,
      seconds: 45,
      runUsd: 0.15,
      incidentUsd: 1,
      dayUsd: 20,
      concurrent: 4,
    },
    prompts: [
      {
        task: 'analysis',
        version: '3',
        changes: ['3: quotes are checked', '2: actions by id', '1: the first'],
      },
      { task: 'summary', version: '1', changes: [] },
    ],
    ranker: {
      kind: 'rules',
      version: '1',
      why: words('31 of 50 closed incidents have a confirmed cause.'),
      closedIncidents: 31,
      needed: 50,
      top1: 0.62,
      untrainedTop1: 0.62,
      trainedAt: ago(now, 600),
    },
    redactors: ['e-mail', 'token', 'of-tomorrow'],
    logSources: ['loki'],
  };
}

export function someSpend(now: number): TriageSpend {
  const day = (before: number) => ago(now, before * 1440).slice(0, 10);
  return {
    since: ago(now, 27 * 1440),
    today: { spent: usd(1.42), reserved: usd(0.15), limit: usd(20) },
    // Days on which nothing was asked are left out.
    days: Array.from({ length: 28 }, (_, index) => ({
      day: day(27 - index),
      cost: usd((index % 5) * 0.41),
      runs: (index % 5) * 7,
    })).filter(({ runs }, index) => runs > 0 && index % 7 < 5),
    tasks: [
      { task: 'analysis', cost: usd(16.1), runs: 240 },
      { task: 'summary', cost: usd(0.004), runs: 32 },
    ],
    outcomes: [
      { outcome: 'answered', runs: 251 },
      { outcome: 'of-tomorrow', runs: 21 },
    ],
    feedback: {
      right: 14,
      wrong: 6,
      n: 20,
      acceptance: 0.7,
      before: 0.64,
      causes: {
        n: 8,
        first: 5,
        three: 7,
        analysed: 4,
        modelFirst: 3,
        modelThree: 4,
      },
    },
  };
}

export function someClusters(now: number): IncidentCluster[] {
  return [
    {
      id: 'c1',
      title: 'payments: 5xx after a deployment',
      incidentIds: ['INC-0019', 'INC-0021', 'INC-0033'],
      entityRefs: [ref('payments')],
      count: 3,
      lastAt: ago(now, 4 * 1440),
      medianMinutes: 18,
      solvedBy: ['Rolled back to v2.0.9'],
    },
    {
      id: 'c2',
      title: 'search answers slowly',
      incidentIds: ['INC-0012', 'INC-0041'],
      entityRefs: [ref('search')],
      count: 2,
    },
  ];
}
