import type { Finding } from '@ghostlight/plugin-runbooks-common';
import { Panel, ToneWord, uiClasses } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';
import classes from './runbook.module.css';

/** What its author should know: where, what was found, and what is possible there. */
export function Findings({ findings }: { findings: Finding[] }) {
  const t = useRunbooksText();
  if (findings.length === 0) return null;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const sorted = [
    ...errors,
    ...findings.filter(each => !errors.includes(each)),
  ];
  return (
    <Panel
      title={
        errors.length > 0
          ? t('finding.errors', { count: errors.length })
          : t('finding.warnings', { count: findings.length })
      }
    >
      <ul className={uiClasses.list}>
        {sorted.map(each => (
          <li key={`${each.code} ${each.path} ${each.message}`}>
            <div className={uiClasses.row}>
              <ToneWord
                tone={each.severity === 'error' ? 'negative' : 'warning'}
                word={t(`finding.${each.severity}`)}
              />
              <code className={classes.code}>{each.path}</code>
              {each.line !== undefined && (
                <span className={uiClasses.muted}>
                  {t('finding.line', { line: String(each.line) })}
                </span>
              )}
            </div>
            <p className={classes.plain} lang="en">
              {each.message}
            </p>
            {(each.found || each.allowed) && (
              <p className={uiClasses.muted}>
                {each.found && (
                  <>
                    {t('finding.found')} <code>{each.found}</code>{' '}
                  </>
                )}
                {each.allowed && (
                  <>
                    {t('finding.allowed')} <span lang="en">{each.allowed}</span>
                  </>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
