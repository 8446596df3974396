import type { InputSpec } from '@ghostlight/plugin-runbooks-common';
import {
  Checkbox,
  EntitySelect,
  Select,
  TextField,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useId } from 'react';
import { useRunbooksText } from '../translation';
import { problemOf } from './inputForm';
import classes from './plan.module.css';

const ENTITY_KINDS = ['component', 'resource', 'api', 'system', 'group'];

/** A field for one input, by its type, with what is wrong with it. */
export function InputField(props: {
  spec: InputSpec;
  text: string;
  /** Whether what is wrong is said. */
  isTried: boolean;
  onChange(text: string): void;
}) {
  const t = useRunbooksText();
  const id = useId();
  const { spec, text, isTried, onChange } = props;
  const { title, type, required } = spec;
  const problem = isTried ? problemOf(spec, text) : undefined;
  const hint = [
    spec.description,
    type === 'secret' && t('input.secret'),
    spec.pattern && t('input.pattern', { pattern: spec.pattern }),
    (spec.minimum ?? spec.maximum) !== undefined &&
      t('input.range', {
        from: String(spec.minimum ?? '–'),
        to: String(spec.maximum ?? '–'),
      }),
  ]
    .filter(Boolean)
    .join(' · ');
  const said = problem && (
    <p id={id} role="alert" className={classes.problem}>
      {title}: {t(`input.${problem}`)}
    </p>
  );
  if (type === 'boolean') {
    return (
      <div>
        <Checkbox
          isSelected={text === 'true'}
          onChange={isOn => onChange(String(isOn))}
        >
          {title}
        </Checkbox>
        {hint && <p className={uiClasses.muted}>{hint}</p>}
      </div>
    );
  }
  if (type === 'choice') {
    return (
      <div>
        <Select
          size="small"
          label={title}
          secondaryLabel={required ? t('runbook.required') : undefined}
          placeholder={t('input.choose')}
          description={hint || undefined}
          options={(spec.choices ?? []).map(each => ({
            id: each,
            label: each,
          }))}
          value={text || null}
          onChange={chosen => onChange(String(chosen ?? ''))}
        />
        {said}
      </div>
    );
  }
  if (type === 'entity') {
    return (
      <div>
        <EntitySelect
          label={required ? `${title} *` : title}
          description={hint || undefined}
          kinds={ENTITY_KINDS}
          value={text ? [text] : []}
          onChange={refs => onChange(refs.at(-1) ?? '')}
        />
        {said}
      </div>
    );
  }
  return (
    <div>
      <TextField
        size="small"
        label={title}
        description={hint || undefined}
        isRequired={required}
        secondaryLabel={required ? t('runbook.required') : undefined}
        value={text}
        onChange={onChange}
        maxLength={1000}
        isInvalid={problem !== undefined}
        aria-describedby={problem && id}
        autoComplete="off"
      />
      {said}
    </div>
  );
}
