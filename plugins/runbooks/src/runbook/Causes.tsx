import type { Cause } from '@ghostlight/plugin-runbooks-common';
import { Panel, uiClasses } from '@ghostlight/reliability-react';
import { Markdown } from '../markdown/Markdown';
import { useRunbooksText } from '../translation';
import { Values } from './Phases';
import classes from './runbook.module.css';

/** What it may be, how to tell, and what helps then; nothing where nothing is written. */
export function Causes(props: {
  title: string;
  causes: Cause[];
  /** Names what helps. */
  helps: string;
}) {
  const t = useRunbooksText();
  const { title, causes, helps } = props;
  if (causes.length === 0) return null;
  return (
    <Panel title={title}>
      <ul className={uiClasses.list}>
        {causes.map((each, index) => (
          <li key={`${index} ${each.cause}`} className={classes.cause}>
            <strong>{each.cause}</strong>
            {each.check && (
              <div>
                <span className={uiClasses.muted}>{t('runbook.check')}</span>
                <Markdown text={each.check} />
              </div>
            )}
            <div>
              <span className={uiClasses.muted}>{helps}</span>
              <Markdown text={each.mitigation} />
            </div>
            {each.action && (
              <div>
                <code>{each.action}</code>
                <Values values={each.input ?? {}} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
