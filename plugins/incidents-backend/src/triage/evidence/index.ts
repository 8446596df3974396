export { canonicalJson } from './canonicalJson';
export {
  EvidenceCollector,
  type CollectedEvidence,
  type CollectOptions,
  type EvidenceCollectorOptions,
} from './EvidenceCollector';
