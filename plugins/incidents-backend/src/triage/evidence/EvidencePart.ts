import type { Sentence, TriageCase } from '@ghostlight/plugin-incidents-common';
import type {
  CollectOptions,
  EvidenceCollectorOptions,
} from './EvidenceCollector';
import type { EvidenceScope } from './findScope';

export type PartName =
  | 'alerts'
  | 'topology'
  | 'changes'
  | 'objectives'
  | 'metrics'
  | 'logs'
  | 'runbooks'
  | 'similar incidents'
  | 'owners';

/** Who answers for an entity, in words without people. */
export interface OwnerNote {
  entityRef: string;
  owner?: string;
  lines: string[];
}

/** What one source knows. Not redacted yet. */
export interface EvidencePart {
  case?: Partial<TriageCase>;
  owners?: OwnerNote[];
  /** Where logs are shown, by {@link logKey}. */
  links?: Map<string, string>;
  missing?: Sentence[];
}

export function logKey(source: string, entityRef: string): string {
  return `${source}\n${entityRef}`;
}

export type PartContext = Omit<EvidenceCollectorOptions, 'patienceMs'> &
  Omit<CollectOptions, 'signal'> & {
    scope: EvidenceScope;
    signal: AbortSignal;
  };
