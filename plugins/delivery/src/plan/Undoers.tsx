import type { Undoer } from '@ghostlight/plugin-delivery-common';
import { type Tone, ToneWord, uiClasses } from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';
import { Said } from '../words';

const TONES: Record<Undoer['effect'], Tone> = {
  none: 'positive',
  'paused-by-plan': 'warning',
  undoes: 'negative',
};

/** What might undo the undo, and what this plan does about it. */
export function Undoers({ undoers }: { undoers: Undoer[] }) {
  const t = useDeliveryText();
  if (undoers.length === 0) {
    return <p className={uiClasses.plain}>{t('plan.undoersNone')}</p>;
  }
  return (
    <ul className={uiClasses.list}>
      {undoers.map(each => (
        <li key={each.name}>
          <strong>{each.name}</strong>{' '}
          <ToneWord
            tone={TONES[each.effect]}
            word={t(`undoer.${each.effect}`)}
          />
          <div className={uiClasses.muted}>
            <Said sentence={each.said} />
          </div>
        </li>
      ))}
    </ul>
  );
}
