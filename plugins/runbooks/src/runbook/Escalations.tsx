import type {
  Communication,
  Escalation,
} from '@ghostlight/plugin-runbooks-common';
import { Duration, Panel, uiClasses } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';
import { Actor } from '../words';
import classes from './runbook.module.css';

/** Who is told when it does not help; nothing where nothing is written. */
export function Escalations({ items }: { items: Escalation[] }) {
  const t = useRunbooksText();
  if (items.length === 0) return null;
  return (
    <Panel title={t('runbook.escalation')}>
      <ol className={uiClasses.bullets}>
        {items.map(({ afterSeconds, to, text }) => (
          <li key={`${afterSeconds} ${to}`}>
            {t('runbook.after')} <Duration seconds={afterSeconds} />:{' '}
            <Actor name={to} />
            {text && ` · ${text}`}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** Who is told what, and when; nothing where nothing is written. */
export function Communications({ items }: { items: Communication[] }) {
  const t = useRunbooksText();
  if (items.length === 0) return null;
  return (
    <Panel title={t('runbook.communication')}>
      <ul className={uiClasses.list}>
        {items.map(({ when, audience, channel, text }) => (
          <li key={`${when} ${audience}`}>
            <strong>{audience}</strong>{' '}
            <span className={uiClasses.muted}>
              {when}
              {channel && ` · ${channel}`}
            </span>
            <p className={classes.plain}>{text}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
