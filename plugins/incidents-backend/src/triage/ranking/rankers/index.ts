export {
  partNames,
  type Candidate,
  type PartName,
  type Parts,
} from './Candidate';
export { changeProximity } from './changeProximity';
export { rankCandidates } from './rankCandidates';
export { pathOf } from './reachOf';
export { scoreOf, weights } from './scoreOf';
