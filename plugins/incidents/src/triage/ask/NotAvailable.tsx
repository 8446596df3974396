import type { Sentence } from '@ghostlight/plugin-incidents-common';
import { useIncidentsText } from '../../translation';
import { Told } from '../../words';

/** Why no model answers, and that the deterministic result stands. */
export function NotAvailable(props: { why: Sentence | undefined }) {
  const t = useIncidentsText();
  if (!props.why) return null;
  return (
    <>
      {t('ask.because')} <Told sentence={props.why} />
    </>
  );
}
