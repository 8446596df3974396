import {
  Button,
  TextAreaField,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { Markdown } from '../../ui';
import type { Section } from './sections';
import classes from '../incident.module.css';

/** One section, to read or to edit; with the other's text where two have changed it at once. */
export function PostmortemSection(props: {
  section: Section;
  text: string;
  isEditing: boolean;
  /** What somebody else saved meanwhile. */
  theirs: string | undefined;
  onChange(text: string): void;
  onTakeTheirs(): void;
}) {
  const t = useIncidentsText();
  const { section, text, theirs } = props;
  const title = t(`postmortem.${section}`);
  if (!props.isEditing) {
    return (
      <div>
        <h4 className={classes.sectionTitle}>{title}</h4>
        {text ? (
          <Markdown text={text} />
        ) : (
          <p className={uiClasses.muted}>{t('postmortem.nothing')}</p>
        )}
      </div>
    );
  }
  return (
    <div className={classes.stackSmall}>
      <TextAreaField
        label={title}
        description={t(`postmortem.${section}Hint`)}
        value={text}
        onChange={props.onChange}
        rows={section === 'timeline' ? 8 : 3}
      />
      {theirs !== undefined && (
        <section
          className={classes.conflict}
          aria-label={t('postmortem.theirs', { section: title })}
        >
          <strong>{t('postmortem.theirs', { section: title })}</strong>
          <div className={classes.wrap}>{theirs || '–'}</div>
          <div>
            <Button
              size="small"
              variant="secondary"
              onPress={props.onTakeTheirs}
            >
              {t('incident.takeTheirs')}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}
