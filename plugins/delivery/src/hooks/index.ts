export { useBackend } from './useBackend';
export {
  useChange,
  useChanges,
  useDeployment,
  useDeployments,
  useLanes,
  useOverview,
  useSources,
  type ChangeFilter,
  type OverviewRow,
} from './useChanges';
export {
  useDeliveryLinks,
  type DeliveryLinks,
  type PlanAddress,
} from './useDeliveryLinks';
export {
  useDora,
  useFreezes,
  useGate,
  useOverrides,
  useReleaseApprovals,
  type DoraScope,
} from './useGate';
export {
  isMoving,
  useJournal,
  usePlan,
  useRollback,
  useRollbacks,
  useRollout,
  useWatch,
} from './useRuns';
