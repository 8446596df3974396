import { ToneWord } from '@ghostlight/reliability-react';
import type { Mode, Policy } from '@ghostlight/plugin-runbooks-common';
import type { Tone } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';
import { Said } from '../words';

const TONES: Record<Mode, Tone> = {
  suggest: 'neutral',
  approve: 'accent',
  auto: 'positive',
};

/** Whether a policy suggests, asks first, or acts by itself. */
export function ModeWord({ mode }: { mode: Mode }) {
  const t = useRunbooksText();
  return <ToneWord tone={TONES[mode]} word={t(`mode.${mode}`)} />;
}

/** The mode that it wants and the one that it has earned, with why. */
export function ModeText({ policy }: { policy: Policy }) {
  const t = useRunbooksText();
  const { mode, wantedMode, earned } = policy;
  return (
    <>
      <ModeWord mode={mode} />{' '}
      {wantedMode !== mode && `${t(`mode.wants_${wantedMode}`)} `}
      {earned ? <Said sentence={earned.said} /> : t(`mode.is_${mode}`)}
    </>
  );
}
