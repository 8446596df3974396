import type { May, Switch } from '@ghostlight/plugin-runbooks-common';
import {
  Button,
  ToneWord,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useRunbooksText } from '../translation';
import { Actor, MayNot } from '../words';
import { SwitchDialog } from './SwitchDialog';
import classes from './remediation.module.css';

/** Whether a policy or experiment may act, who turned it off and why, and the switch. */
export function SwitchControl(props: {
  title: string;
  value: Switch;
  may: May;
  onChanged(): void;
}) {
  const t = useRunbooksText();
  const { title, value, may, onChanged } = props;
  const [isAsking, setAsking] = useState(false);
  return (
    <div className={classes.control}>
      <div className={uiClasses.row}>
        <SwitchWord value={value} />
        <Button
          size="small"
          variant={value.on ? 'secondary' : 'primary'}
          isDisabled={!may.allowed}
          aria-label={t(value.on ? 'switch.turnOffOf' : 'switch.turnOnOf', {
            title,
          })}
          onPress={() => setAsking(true)}
        >
          {t(value.on ? 'switch.turnOff' : 'switch.turnOn')}
        </Button>
      </div>
      <SwitchedBy value={value} />
      {!may.allowed && (
        <p className={uiClasses.muted}>
          <MayNot may={may} />
        </p>
      )}
      {isAsking && (
        <SwitchDialog
          scope={value.scope}
          on={!value.on}
          title={t(value.on ? 'switch.turnOffOf' : 'switch.turnOnOf', {
            title,
          })}
          what={t(value.on ? 'switch.offWhat' : 'switch.onWhat')}
          onChanged={onChanged}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

export function SwitchWord({ value }: { value: Switch }) {
  const t = useRunbooksText();
  return (
    <ToneWord
      tone={value.on ? 'positive' : 'warning'}
      word={t(value.on ? 'switch.on' : 'switch.off')}
    />
  );
}

/** Who set it, when, and why; nothing where nobody ever did. */
export function SwitchedBy({ value }: { value: Switch }) {
  const t = useRunbooksText();
  const { on, by, at, reason } = value;
  if (!by) return null;
  return (
    <p className={uiClasses.muted}>
      {t(on ? 'switch.onBy' : 'switch.offBy')} <Actor name={by} />
      {at && (
        <>
          {', '}
          <When iso={at} absolute />
        </>
      )}
      {reason && `: ${reason}`}
    </p>
  );
}
