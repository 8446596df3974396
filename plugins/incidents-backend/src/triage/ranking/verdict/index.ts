export { confidenceOf, faultLikelihood, rawConfidence } from './confidence';
export { signNames, signsOf, type Signs } from './signs';
export { faultFrom, verdictOf, wordOf } from './verdictOf';
