import type { Tally } from '@ghostlight/plugin-runbooks-common';
import { Clock, Duration } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';

const PARTS = [
  'suggested',
  'tried',
  'verified',
  'ineffective',
  'harmful',
  'escalated',
  'refused',
  'rejected',
] as const;

/** What a policy did, in a line: nothing is left out but what never happened. */
export function TallyText({ tally }: { tally: Tally }) {
  const t = useRunbooksText();
  const parts = PARTS.filter(part => tally[part] > 0);
  return (
    <>
      {t('tally.since')} <Clock iso={tally.since} withDate />:{' '}
      {parts.length === 0
        ? t('tally.nothing')
        : parts
            .map(part => t(`tally.${part}`, { count: tally[part] }))
            .join(', ')}
      {tally.meanSeconds !== undefined && (
        <>
          {'; '}
          {t('tally.mean')} <Duration seconds={tally.meanSeconds} />
        </>
      )}
      .
    </>
  );
}
