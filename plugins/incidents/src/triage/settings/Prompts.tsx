import type { TriageSettings } from '@ghostlight/plugin-incidents-common';
import { More, Panel, uiClasses } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';

/** What models are told, by version, with what changed. */
export function Prompts({ prompts }: { prompts: TriageSettings['prompts'] }) {
  const t = useIncidentsText();
  return (
    <Panel title={t('settings.prompts')}>
      <p className={uiClasses.muted}>{t('settings.promptsWhat')}</p>
      {prompts.length === 0 && (
        <p className={uiClasses.plain}>{t('settings.noPrompts')}</p>
      )}
      <ul className={uiClasses.list}>
        {prompts.map(each => (
          <li key={`${each.task} ${each.version}`}>
            <strong>{t(`task.${each.task}`)}</strong>{' '}
            {t('settings.version', { version: each.version })}
            {each.changes.length > 0 && (
              <More
                summary={t('settings.changes', { count: each.changes.length })}
              >
                <ul className={uiClasses.bullets} lang="en">
                  {each.changes.map(change => (
                    <li key={change}>{change}</li>
                  ))}
                </ul>
              </More>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
