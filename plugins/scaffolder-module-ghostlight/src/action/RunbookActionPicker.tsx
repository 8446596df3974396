import type { ActionInfo } from '@ghostlight/plugin-runbooks-common';
import { Checkbox, Flex, Text, TextField } from '@ghostlight/reliability-react';
import { useId } from 'react';
import { Field } from '../field/Field';
import { Problem } from '../field/Problem';
import { useFieldText } from '../translation';
import type { RunbookActionPickerProps } from './schema';
import { useActions } from './useActions';

/** Chooses actions of runbooks, and says of each whether it can be undone. */
export function RunbookActionPicker(props: RunbookActionPickerProps) {
  const t = useFieldText();
  const labelId = useId();
  const { formData = [], onChange, schema, uiSchema } = props;
  const { reversibleOnly } = uiSchema['ui:options'] ?? {};
  const { data, error, isLoading } = useActions();
  const shown = (data ?? []).filter(
    action =>
      !reversibleOnly || action.reversible || formData.includes(action.id),
  );
  const unknown = data
    ? formData.filter(id => !data.some(action => action.id === id))
    : [];
  const isDisabled = props.disabled || uiSchema['ui:disabled'] === true;
  const change = (id: string, isSelected: boolean) =>
    onChange(
      isSelected
        ? [...formData, id]
        : formData.filter(selected => selected !== id),
    );
  const box = (id: string, text: string, isLocked = false) => (
    <Checkbox
      key={id}
      isSelected={formData.includes(id)}
      onChange={isSelected => change(id, isSelected)}
      isDisabled={isDisabled || (isLocked && !formData.includes(id))}
    >
      {text}
    </Checkbox>
  );
  const state = ({ enabled, reversible }: ActionInfo) => {
    if (!enabled) return t('action.disabled');
    return t(reversible ? 'action.reversible' : 'action.irreversible');
  };

  return (
    <Field of={props}>
      <div role="group" aria-labelledby={labelId}>
        <Flex direction="column" gap="2">
          <Text id={labelId} as="span" weight="bold">
            {schema.title ?? t('action.label')}
          </Text>
          {isLoading && (
            <Text as="p" role="status">
              {t('loading')}
            </Text>
          )}
          {error && <Problem error={error} />}
          {data?.length === 0 && <Text as="p">{t('action.none')}</Text>}
          {shown.map(action =>
            box(
              action.id,
              [action.title.text, action.id, state(action)].join(' · '),
              !action.enabled,
            ),
          )}
          {unknown.map(id => box(id, `${id} · ${t('action.unknown')}`))}
          {error && !data && (
            <TextField
              label={t('action.ids')}
              value={formData.join(', ')}
              onChange={text =>
                onChange(
                  text
                    .split(',')
                    .map(id => id.trim())
                    .filter(Boolean),
                )
              }
              isDisabled={isDisabled}
            />
          )}
        </Flex>
      </div>
    </Field>
  );
}
