import {
  useRouteRef,
  type AnyParams,
  type ExternalRouteRef,
  type RouteFunc,
} from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { deliveryChangeRouteRef, incidentsRouteRef } from '../routes';

/** Addresses of other families' screens; each answers undefined where its family is not installed. */
export interface FamilyLinks {
  change(id: string): string | undefined;
  incident(id: string): string | undefined;
}

function useInstalled<P extends AnyParams>(
  ref: ExternalRouteRef<P, true>,
): RouteFunc<P> | undefined {
  try {
    return useRouteRef(ref);
  } catch {
    return undefined;
  }
}

export function useFamilyLinks(): FamilyLinks {
  const change = useInstalled(deliveryChangeRouteRef);
  const incidents = useInstalled(incidentsRouteRef);
  return useMemo(
    () => ({
      change: id => change?.({ id }),
      incident: id =>
        incidents &&
        `${incidents().replace(/\/$/, '')}/${encodeURIComponent(id)}`,
    }),
    [change, incidents],
  );
}
