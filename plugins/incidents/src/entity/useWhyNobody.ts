import type { Oncall } from '@ghostlight/plugin-incidents-common';
import { useFormats } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { knownText } from '../words';

/** Why nobody is on call, as a whole sentence. */
export function useWhyNobody(): (oncall: Oncall | undefined) => string {
  const t = useIncidentsText();
  const format = useFormats();
  return oncall => {
    const { missing, missingSaid } = oncall ?? {};
    if (!missing) return t('entity.nobody');
    return (
      knownText(missingSaid, { t, format }) ??
      t('entity.nobodyBecause', { reason: missing.replace(/\.$/, '') })
    );
  };
}
