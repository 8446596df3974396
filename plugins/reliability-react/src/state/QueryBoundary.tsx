import { ReactNode } from 'react';
import { LiveQuery } from '../query/useLiveQuery';
import { ErrorState } from './ErrorState';
import { isForbidden } from './explain';
import { ForbiddenState } from './ForbiddenState';
import { LoadingState } from './LoadingState';
import { StaleBanner } from './StaleBanner';

/**
 * Properties of {@link QueryBoundary}.
 *
 * @public
 */
export interface QueryBoundaryProps<T> {
  /** From {@link useLiveQuery} or {@link useLivePages}. */
  query: LiveQuery<T>;
  /** What is loaded, such as “Objectives”. */
  what?: string;
  /** Default {@link LoadingState}. */
  loading?: ReactNode;
  /** Default {@link ForbiddenState}. */
  forbidden?: ReactNode;
  /** Shown when `isEmpty` says so. */
  empty?: ReactNode;
  /** Whether the data are nothing to show. Default never. */
  isEmpty?: (data: T) => boolean;
  /** Draws the data. */
  children: (data: T) => ReactNode;
}

/**
 * Draws the state that a query is in: loading, failed, forbidden, empty, or
 * its data, with a banner above when refreshing them fails.
 *
 * @public
 */
export function QueryBoundary<T>(props: QueryBoundaryProps<T>) {
  const { query, what, children } = props;
  const { data, error } = query;
  if (error && isForbidden(error)) {
    return <>{props.forbidden ?? <ForbiddenState what={what} />}</>;
  }
  if (data === undefined) {
    return error ? (
      <ErrorState
        error={error}
        what={what}
        onRetry={query.refresh}
        isRetrying={query.isRefreshing}
      />
    ) : (
      <>{props.loading ?? <LoadingState what={what} />}</>
    );
  }
  return (
    <>
      {error && (
        <StaleBanner
          asOf={query.loadedAt}
          error={error}
          onRetry={query.refresh}
        />
      )}
      {props.isEmpty?.(data) ? props.empty : children(data)}
    </>
  );
}
