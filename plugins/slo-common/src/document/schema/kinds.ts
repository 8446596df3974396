import { z } from 'zod';
import type { SloDocumentKind } from '../SloDocument';
import {
  alertConditionSpec,
  alertNotificationTargetSpec,
  alertPolicySpec,
} from './alerting';
import { description, metadata } from './common';
import { errorBudgetPolicySpec } from './errorBudgetPolicy';
import { dataSourceSpec, sliSpec } from './indicator';
import { sloSpec } from './slo';

export const OPENSLO_VERSION = 'openslo/v1';
export const GHOSTLIGHT_VERSION = 'ghostlight.dev/v1';

function document<S extends z.ZodType>(apiVersion: string, spec: S) {
  return z.strictObject({
    apiVersion: z.literal(apiVersion),
    kind: z.string(),
    metadata,
    spec,
  });
}

export const kindSchemas: Record<SloDocumentKind, z.ZodType> = {
  SLO: document(OPENSLO_VERSION, sloSpec),
  SLI: document(OPENSLO_VERSION, sliSpec),
  Service: document(
    OPENSLO_VERSION,
    z.strictObject({ description }).default({}),
  ),
  DataSource: document(OPENSLO_VERSION, dataSourceSpec),
  AlertPolicy: document(OPENSLO_VERSION, alertPolicySpec),
  AlertCondition: document(OPENSLO_VERSION, alertConditionSpec),
  AlertNotificationTarget: document(
    OPENSLO_VERSION,
    alertNotificationTargetSpec,
  ),
  ErrorBudgetPolicy: document(GHOSTLIGHT_VERSION, errorBudgetPolicySpec),
};
