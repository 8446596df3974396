import type { Matcher } from '@ghostlight/plugin-incidents-common';
import {
  Button,
  Select,
  TextField,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import classes from './alerts.module.css';

const MODES = ['equals', 'prefix', 'glob'] as const;
type Mode = (typeof MODES)[number];

/** A silence or mapping has so many conditions at most. */
const MOST = 10;

/** Conditions on labels, all of which must hold; those that the alert has are a press away. */
export function Matchers(props: {
  value: Matcher[];
  onChange(matchers: Matcher[]): void;
  /** Labels of an alert, to take conditions from. */
  labels?: Record<string, string>;
}) {
  const t = useIncidentsText();
  const { value, onChange, labels = {} } = props;
  const change = (index: number, part: Partial<Matcher>) =>
    onChange(
      value.map((each, at) => (at === index ? { ...each, ...part } : each)),
    );
  const unused = Object.entries(labels).filter(
    ([label]) => !value.some(each => each.label === label),
  );
  const canAdd = value.length < MOST;
  return (
    <fieldset className={classes.matchers}>
      <legend>{t('inbox.matchers')}</legend>
      {value.map((matcher, index) => (
        // Conditions have no id; they are only added at the end.
        <div className={classes.matcher} key={index}>
          <TextField
            size="small"
            aria-label={t('inbox.matcherLabel', { number: String(index + 1) })}
            value={matcher.label}
            onChange={label => change(index, { label })}
            maxLength={200}
          />
          <Select
            size="small"
            aria-label={t('inbox.matcherMode', { number: String(index + 1) })}
            options={MODES.map(id => ({ id, label: t(`inbox.mode_${id}`) }))}
            value={matcher.mode}
            onChange={mode =>
              change(index, { mode: (mode ?? 'equals') as Mode })
            }
          />
          <TextField
            size="small"
            aria-label={t('inbox.matcherValue', { number: String(index + 1) })}
            value={matcher.value}
            onChange={text => change(index, { value: text })}
            maxLength={1000}
          />
          <Button
            size="small"
            variant="tertiary"
            aria-label={t('inbox.matcherRemove', {
              label: matcher.label || String(index + 1),
            })}
            onPress={() => onChange(value.filter((_, at) => at !== index))}
          >
            ×
          </Button>
        </div>
      ))}
      {value.length === 0 && (
        <p className={uiClasses.muted}>{t('inbox.matchersNone')}</p>
      )}
      {canAdd && (
        <div className={uiClasses.row}>
          {unused.slice(0, 12).map(([label, text]) => (
            <Button
              key={label}
              size="small"
              variant="tertiary"
              onPress={() =>
                onChange([...value, { label, mode: 'equals', value: text }])
              }
            >
              {`+ ${label} = ${
                text.length > 40 ? `${text.slice(0, 40)}…` : text
              }`}
            </Button>
          ))}
          <Button
            size="small"
            variant="tertiary"
            onPress={() =>
              onChange([...value, { label: '', mode: 'equals', value: '' }])
            }
          >
            {t('inbox.matcherAdd')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
