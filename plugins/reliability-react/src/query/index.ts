export { urlField } from './urlField';
export type { UrlField } from './urlField';
export { useLivePages } from './useLivePages';
export type { CursorPage, LivePages, LivePagesOptions } from './useLivePages';
export { useLiveQuery } from './useLiveQuery';
export type { LiveQuery, LiveQueryOptions } from './useLiveQuery';
export { useUrlState } from './useUrlState';
export type { SetUrlValues, UrlFields, UrlValues } from './useUrlState';
