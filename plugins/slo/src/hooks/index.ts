export {
  dataOf,
  type ObjectiveFilter,
  type SeriesRange,
  SLO_CHANNEL,
  useChanges,
  useCorrections,
  useObjectives,
  useFindings,
  useGate,
  useObjective,
  useSeries,
  useSignals,
  useSummary,
} from './useSlo';
export { useRefusal } from './useRefusal';
export { useFamilyLinks, type FamilyLinks } from './useFamilyLinks';
