import type { DocumentFindings } from '@ghostlight/plugin-slo-common';
import { Link, Panel, StatusShape } from '@ghostlight/reliability-react';
import { nameOf } from '../answer';
import shared from '../slo.module.css';
import { useSloText } from '../translation';
import classes from './tab.module.css';

const look = {
  error: { shape: 'critical', word: 'tab.severityError' },
  warning: { shape: 'warning', word: 'tab.severityWarning' },
  info: { shape: 'low-traffic', word: 'tab.severityInfo' },
} as const;

/** What is wrong or unwise in the documents: where, what was found, what is allowed. */
export function Findings({ documents }: { documents: DocumentFindings[] }) {
  const t = useSloText();
  const troubled = documents.filter(each => each.findings.length > 0);
  if (troubled.length === 0) return null;
  return (
    <Panel title={t('tab.findings')}>
      {troubled.map(document => (
        <div key={document.documentRef}>
          <p className={shared.plain}>
            {document.definitionUrl ? (
              <Link
                href={document.definitionUrl}
                target="_blank"
                rel="noreferrer"
              >
                {document.title ?? nameOf(document.documentRef)}
              </Link>
            ) : (
              <strong>{document.title ?? nameOf(document.documentRef)}</strong>
            )}
          </p>
          <ul className={shared.list}>
            {document.findings.map(each => (
              <li
                key={`${each.path} ${each.message}`}
                className={classes.check}
              >
                <StatusShape status={look[each.severity].shape} size={11} />
                <span>
                  {t(look[each.severity].word)} ·{' '}
                  <code className={classes.code}>{each.path}</code>{' '}
                  {each.message}
                  {(each.found !== undefined || each.allowed !== undefined) && (
                    <span className={shared.muted}>
                      {' '}
                      {[
                        each.found !== undefined &&
                          t('tab.findingFound', { found: each.found }),
                        each.allowed !== undefined &&
                          t('tab.findingAllowed', { allowed: each.allowed }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}
