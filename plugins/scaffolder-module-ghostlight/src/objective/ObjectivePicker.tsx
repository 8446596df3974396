import { parseEntityRef } from '@backstage/catalog-model';
import {
  Flex,
  Radio,
  RadioGroup,
  Text,
  TextField,
} from '@ghostlight/reliability-react';
import { entityIn } from '../field/entityIn';
import { Field } from '../field/Field';
import { Problem } from '../field/Problem';
import { useFieldText } from '../translation';
import type { ObjectivePickerProps } from './schema';
import { Signals } from './Signals';
import { useObjectives } from './useObjectives';

/** Chooses an objective of an entity or of its like; none leaves the choice to the action. */
export function ObjectivePicker(props: ObjectivePickerProps) {
  const t = useFieldText();
  const { formContext, formData, onChange, schema, uiSchema } = props;
  const { entityField = 'entityRef', only } = uiSchema['ui:options'] ?? {};
  const entityRef = entityIn(formContext, entityField);
  const { data, error, isLoading } = useObjectives(entityRef, only);
  const label = schema.title ?? t('objective.label');
  const items = data?.items ?? [];
  const isListed = !formData || items.some(({ ref }) => ref === formData);
  const choose = (ref: string) => onChange(ref || undefined);
  const isDisabled = props.disabled || uiSchema['ui:disabled'] === true;

  return (
    <Field of={props}>
      <Flex direction="column" gap="2">
        {entityRef === undefined && (
          <Text as="p">{t('objective.chooseEntity')}</Text>
        )}
        {isLoading && entityRef !== undefined && (
          <Text as="p" role="status">
            {t('loading')}
          </Text>
        )}
        {error && <Problem error={error} />}
        {data?.signals && <Signals values={data.signals} />}
        {data && !items.length && <Text as="p">{t('objective.nothing')}</Text>}
        {items.length > 0 && (
          <RadioGroup
            label={label}
            value={isListed ? formData ?? '' : null}
            onChange={choose}
            isDisabled={isDisabled}
          >
            {!props.required && (
              <Radio value="">
                {t(only ? 'objective.none' : 'objective.best')}
              </Radio>
            )}
            {items.map(({ ref, title, entityRef: measured, kind, target }) => (
              <Radio key={ref} value={ref}>
                {[
                  title,
                  measured === entityRef
                    ? t('objective.own')
                    : t('objective.sibling', {
                        entity: parseEntityRef(measured).name,
                      }),
                  ...(kind === 'composite' ? [] : [t(`objective.${kind}`)]),
                  `${Number((target * 100).toFixed(4))} %`,
                ].join(' · ')}
              </Radio>
            ))}
          </RadioGroup>
        )}
        {data && data.more > 0 && (
          <Text as="p" variant="body-small">
            {t('objective.more', { count: data.more })}
          </Text>
        )}
        {(error || (data && data.more > 0) || (data && !isListed)) && (
          <TextField
            label={t('objective.ref')}
            value={formData ?? ''}
            onChange={choose}
            isDisabled={isDisabled}
          />
        )}
      </Flex>
    </Field>
  );
}
