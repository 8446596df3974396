import { discoveryApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** Where other tools reach the backend of the plugin; empty until it is known. */
export function useBackend(): string {
  const discovery = useApi(discoveryApiRef);
  const [url, setUrl] = useState('');
  useEffect(() => {
    let gone = false;
    discovery
      .getBaseUrl('incidents')
      .then(found => !gone && setUrl(found))
      // The path alone is shown then.
      .catch(() => {});
    return () => {
      gone = true;
    };
  }, [discovery]);
  return url;
}
