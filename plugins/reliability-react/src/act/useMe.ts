import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/**
 * The reader's user ref; undefined until it is known.
 *
 * @public
 */
export function useMe(): string | undefined {
  const identity = useApi(identityApiRef);
  const [me, setMe] = useState<string>();
  useEffect(() => {
    let gone = false;
    identity
      .getBackstageIdentity()
      .then(({ userEntityRef }) => !gone && setMe(userEntityRef))
      // Not signed in: what needs a name is not offered.
      .catch(() => {});
    return () => {
      gone = true;
    };
  }, [identity]);
  return me;
}
