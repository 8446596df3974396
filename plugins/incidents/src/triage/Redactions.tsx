import type { Redaction } from '@ghostlight/plugin-incidents-common';
import { listOf, useFormats } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { useRedactionText } from './useRedactionText';

/** What was taken out before anything left the backend: how much, and of which kinds. */
export function Redactions({
  redactions = [],
}: {
  redactions: readonly Redaction[] | undefined;
}) {
  const t = useIncidentsText();
  const format = useFormats();
  const kindText = useRedactionText();
  const count = redactions.reduce((sum, each) => sum + each.count, 0);
  if (count === 0) return <>{t('redaction.none')}</>;
  const kinds = redactions
    .filter(each => each.count > 0)
    .map(each => `${kindText(each.kind)} ×${format.count(each.count)}`);
  return (
    <>
      {t('redaction.counted', {
        count,
        number: format.count(count),
        kinds: listOf(kinds, format.language),
      })}
    </>
  );
}
