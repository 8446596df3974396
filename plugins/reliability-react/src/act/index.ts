export { download } from './download';
export { useBackend } from './useBackend';
export { onceKey } from './onceKey';
export { isConflict, messageOf, useAct } from './useAct';
export type { Act } from './useAct';
export { useMe } from './useMe';
export { useRefusal } from './useRefusal';
export type { AskedPermission } from './useRefusal';
export { useTyped } from './useTyped';
