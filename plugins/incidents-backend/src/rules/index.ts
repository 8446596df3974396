export { readRulesConfig, type RulesInForce } from './readRulesConfig';
export { writeRules } from './writeRules';
