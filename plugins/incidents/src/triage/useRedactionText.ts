import { useCallback } from 'react';
import { useIncidentsText } from '../translation';
import { redactionKinds } from '../translation/en/redactions';

type Kind = keyof typeof redactionKinds.redactionKind;

/** A kind of what is redacted, in words; one that is not known here as the backend calls it. */
export function useRedactionText(): (kind: string) => string {
  const t = useIncidentsText();
  return useCallback(
    kind =>
      Object.hasOwn(redactionKinds.redactionKind, kind)
        ? t(`redactionKind.${kind as Kind}`)
        : kind,
    [t],
  );
}
