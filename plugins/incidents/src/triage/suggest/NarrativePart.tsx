import { Button, Select, uiClasses } from '@ghostlight/reliability-react';
import { useState } from 'react';
import { SECTIONS, type Section } from '../../incident/postmortem/sections';
import { useIncidentsText } from '../../translation';
import type { NarrativePart as Part } from './narrativeParts';
import classes from '../triage.module.css';

/** One part of a suggested narrative, as plain text, and the section that it can be added to. */
export function NarrativePart(props: {
  part: Part;
  language: string;
  mayNot: boolean;
  onUse(section: Section): void;
}) {
  const t = useIncidentsText();
  const { part } = props;
  const [section, setSection] = useState<Section>(part.section);
  const [isUsed, setUsed] = useState(false);
  const title = part.heading ?? t('suggest.narrativeTitle');
  return (
    <li className={classes.hypothesis}>
      <strong lang={props.language}>{title}</strong>
      <div className={classes.untrusted} lang={props.language}>
        {part.text}
      </div>
      <div className={uiClasses.row}>
        <div className={classes.choice}>
          <Select
            size="small"
            aria-label={t('suggest.into', { part: title })}
            options={SECTIONS.map(each => ({
              id: each,
              label: t(`postmortem.${each}`),
            }))}
            value={section}
            onChange={chosen =>
              setSection(SECTIONS.find(each => each === chosen) ?? part.section)
            }
          />
        </div>
        <Button
          size="small"
          variant="secondary"
          isDisabled={props.mayNot}
          aria-label={t('suggest.usePart', { part: title })}
          onPress={() => {
            props.onUse(section);
            setUsed(true);
          }}
        >
          {t('suggest.use')}
        </Button>
        {isUsed && (
          <span role="status" className={uiClasses.muted}>
            {t('suggest.used')}
          </span>
        )}
      </div>
    </li>
  );
}
