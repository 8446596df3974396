export type {
  QueryDuration,
  QueryMatcher,
  QueryMatching,
  QueryNode,
  QuerySelector,
  QueryTime,
} from './QueryNode';
export { QuerySyntaxError } from './QuerySyntaxError';
export { parseQuery } from './parseQuery';
export { printQuery } from './printQuery';
export { countsOver, withWindow } from './countsOver';
export { withMatchers } from './withMatchers';
export { shapeOf } from './shapeOf';
export type { QueryShape, ShapedQuery } from './shapeOf';
export { escapeRegex, mergeQueries } from './mergeQueries';
export type { MergedQuery } from './mergeQueries';
export { indicatorQueries } from './indicatorQueries';
export type { IndicatorQuery } from './indicatorQueries';
export { checkIndicator } from './checkIndicator';
export { generateRules } from './generateRules';
export type { GenerateRulesOptions } from './generateRules';
