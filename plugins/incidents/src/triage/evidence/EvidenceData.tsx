import type { EvidenceItem } from '@ghostlight/plugin-incidents-common';
import { useFormats } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import classes from './evidence.module.css';

/** A record has a handful; more is a record gone wrong. */
const MOST = 40;
const LONGEST = 300;

/** The numbers of a record, by name. */
export function EvidenceData(props: {
  data: NonNullable<EvidenceItem['data']>;
}) {
  const t = useIncidentsText();
  const format = useFormats();
  const entries = Object.entries(props.data)
    .filter(([, value]) => value !== null && value !== undefined)
    .slice(0, MOST);
  if (entries.length === 0) return null;

  const written = (value: unknown): string => {
    if (typeof value === 'number') {
      return value.toLocaleString(format.language, {
        maximumSignificantDigits: 6,
      });
    }
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  };
  return (
    <div>
      <h4 className={classes.subtitle}>{t('evidence.numbers')}</h4>
      <dl className={classes.numbers}>
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{written(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
