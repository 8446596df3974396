import type { AlertDetail } from '@ghostlight/plugin-incidents-common';
import {
  nameOf,
  Radio,
  RadioGroup,
  useFormats,
} from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { useSaid } from '../words';

/** The entities that an alert could be of, each with how sure that is and why. */
export function Candidates(props: {
  candidates: NonNullable<AlertDetail['candidates']>;
  value: string | undefined;
  onChange(entityRef: string): void;
}) {
  const t = useIncidentsText();
  const format = useFormats();
  const say = useSaid();
  const { candidates, value, onChange } = props;
  if (candidates.length === 0) return null;
  return (
    <RadioGroup
      label={t('inbox.candidates')}
      value={value ?? null}
      onChange={onChange}
    >
      {candidates.map(({ entityRef, confidence, reason, said }) => (
        <Radio key={entityRef} value={entityRef}>
          {t('inbox.candidate', {
            entity: nameOf(entityRef),
            confidence: format.percent(confidence),
            reason: say(reason, said),
          })}
        </Radio>
      ))}
    </RadioGroup>
  );
}
