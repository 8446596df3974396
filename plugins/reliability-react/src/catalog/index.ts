export { EntityName } from './EntityName';
export type { EntityNameProps } from './EntityName';
export { EntitySelect } from './EntitySelect';
export type { EntitySelectProps } from './EntitySelect';
export { nameOf } from './nameOf';
