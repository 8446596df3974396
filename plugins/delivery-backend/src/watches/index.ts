export * from './readWatches';
export { readWatchSettings, type WatchSettings } from './readWatchSettings';
export { WatchKeeper } from './WatchKeeper';
export type { WatchContext, WatchFollowUp } from './WatchContext';
export {
  AUTOMATIC_ROLLBACK_ANNOTATION,
  WATCH_RULES_ANNOTATION,
} from './wishesOf';
