import { discoveryApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/**
 * Where other tools reach the backend of a plugin; empty until it is known.
 *
 * @public
 */
export function useBackend(pluginId: string): string {
  const discovery = useApi(discoveryApiRef);
  const [url, setUrl] = useState('');
  useEffect(() => {
    let gone = false;
    discovery
      .getBaseUrl(pluginId)
      .then(found => !gone && setUrl(found))
      // The path alone is shown then.
      .catch(() => {});
    return () => {
      gone = true;
    };
  }, [discovery, pluginId]);
  return url;
}
