import {
  useRouteRef,
  type ExternalRouteRef,
  type RouteFunc,
} from '@backstage/core-plugin-api';

type Params = { [name: string]: string } | undefined;

/** Makes addresses on another family's pages; undefined where it is not installed. */
export function useInstalled<P extends Params>(
  ref: ExternalRouteRef<P, true>,
): RouteFunc<P> | undefined {
  try {
    return useRouteRef(ref);
  } catch {
    // An app that does not know the plugin's routes, such as one that shows only its card.
    return undefined;
  }
}
