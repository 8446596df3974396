import { Button, Flex, TextField } from '@ghostlight/reliability-react';
import { Field } from '../field/Field';
import { useFieldText } from '../translation';
import { isDuration, unitsOf } from './isDuration';
import type { DurationPickerProps } from './schema';

/** A duration by hand, or one of the usual ones by button. */
export function DurationPicker(props: DurationPickerProps) {
  const t = useFieldText();
  const { formData = '', onChange, schema, uiSchema, required } = props;
  const options = uiSchema['ui:options'];
  const units = unitsOf(options);
  const choices = options?.choices ?? [];
  const isDisabled = props.disabled || uiSchema['ui:disabled'] === true;
  return (
    <Field of={props}>
      <Flex direction="column" gap="2">
        <TextField
          label={schema.title ?? t('duration.label')}
          description={t('duration.hint', {
            units: units.join(', '),
            example: choices[0] ?? `30${units[0]}`,
          })}
          value={formData}
          onChange={text => onChange(text.trim() || undefined)}
          // The form says what is wrong; the browser must not hold it back before.
          validationBehavior="aria"
          isRequired={required}
          isDisabled={isDisabled}
          isInvalid={formData !== '' && !isDuration(formData, units)}
        />
        {choices.length > 0 && (
          <div role="group" aria-label={t('duration.suggestions')}>
            <Flex gap="2">
              {choices.map(choice => (
                <Button
                  key={choice}
                  size="small"
                  variant={choice === formData ? 'primary' : 'secondary'}
                  aria-label={t('duration.choose', { duration: choice })}
                  isDisabled={isDisabled}
                  onPress={() => onChange(choice)}
                >
                  {choice}
                </Button>
              ))}
            </Flex>
          </div>
        )}
      </Flex>
    </Field>
  );
}
