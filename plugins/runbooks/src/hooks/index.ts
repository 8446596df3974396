export { refOf, segmentOf } from './refs';
export { useJournal, type Journal } from './useJournal';
export {
  useActions,
  useRunbook,
  useRunbooks,
  useSuggestions,
  useWaiting,
  type RunbookFilter,
} from './useRunbooks';
export { useRunbooksLinks, type RunbooksLinks } from './useRunbooksLinks';
export { useRunbooksPages, useRunbooksQuery } from './useRunbooksQuery';
export {
  isMoving,
  isOpen,
  OPEN,
  useExecution,
  useExecutions,
  usePlan,
  type ExecutionFilter,
} from './useRuns';
