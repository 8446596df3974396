import type { PolicyRule } from '../document/SloDocument';
import type { Policy } from './Policy';

const haltReleases = {
  action: 'halt-releases',
  text: 'Halt releases of features; ship only what repairs the objective.',
};

const fastBurn: PolicyRule = {
  name: 'fast-burn',
  warnWhen: { firing: 'page' },
  actions: [
    {
      action: 'find-cause',
      text: 'The budget burns now. Find the cause, and undo the last change, before shipping another.',
    },
  ],
};

/** The rule of a policy that writes none: releases halt above 90 % spent. */
export const defaultRules: PolicyRule[] = [
  {
    name: 'halt-releases',
    denyWhen: { budgetSpent: 0.9 },
    actions: [haltReleases],
  },
];

/**
 * The policies that are always there. The conservative one halts above 80 % of the budget spent
 * and warns when less than 20 % is left, which is the same point seen from both sides; the
 * aggressive one halts above 95 % and warns when less than 10 % is left.
 *
 * @public
 */
export const builtinPolicies: Record<'conservative' | 'aggressive', Policy> = {
  conservative: {
    ref: 'builtin:conservative',
    title: 'Conservative',
    alertBelow: 0.2,
    noData: 'warn',
    lowTraffic: 'allow',
    rules: [
      {
        name: 'halt-releases',
        denyWhen: { budgetSpent: 0.8 },
        actions: [haltReleases],
      },
      fastBurn,
    ],
  },
  aggressive: {
    ref: 'builtin:aggressive',
    title: 'Aggressive',
    alertBelow: 0.1,
    noData: 'warn',
    lowTraffic: 'allow',
    rules: [
      {
        name: 'halt-releases',
        denyWhen: { budgetSpent: 0.95 },
        actions: [haltReleases],
      },
      fastBurn,
    ],
  },
};
