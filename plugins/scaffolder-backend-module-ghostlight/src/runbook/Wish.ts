import type { JsonObject } from '@backstage/types';

/** What goes wrong. */
export const symptoms = [
  'errors',
  'latency',
  'saturation',
  'dependency',
] as const;

export type Symptom = (typeof symptoms)[number];

export interface TriggerWish {
  alert?: string;
  labels?: Record<string, string>;
  slo?: string;
  burn?: 'page' | 'ticket';
  severity?: 'sev1' | 'sev2' | 'sev3' | 'sev4';
}

export interface ActionWish {
  action: string;
  input?: JsonObject;
  timeout?: string;
}

/** What somebody asked for, with names and defaults filled in. */
export interface RunbookWish {
  name: string;
  title: string;
  description?: string;
  kind: Symptom;
  severity: string;
  /** `30m` */
  estimatedTime: string;
  triggers: TriggerWish[];
  actions: ActionWish[];
  /** Refs of objectives that must be well again; all of the entity when empty. */
  objectives: string[];
}
