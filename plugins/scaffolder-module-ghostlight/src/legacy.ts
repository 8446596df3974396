import { scaffolderPlugin } from '@backstage/plugin-scaffolder';
import {
  createScaffolderFieldExtension,
  type FieldExtensionComponent,
} from '@backstage/plugin-scaffolder-react';
import { durationPicker, objectivePicker, runbookActionPicker } from './fields';

/**
 * Chooses an objective; goes into `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const ObjectivePickerFieldExtension: FieldExtensionComponent<
  string,
  { entityField?: string; only?: 'own' }
> = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    ...objectivePicker,
    schema: objectivePicker.schema.schema,
  }),
);

/**
 * Chooses actions of runbooks; goes into `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const RunbookActionPickerFieldExtension: FieldExtensionComponent<
  string[],
  { reversibleOnly?: boolean }
> = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    ...runbookActionPicker,
    schema: runbookActionPicker.schema.schema,
  }),
);

/**
 * A duration; goes into `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const DurationPickerFieldExtension: FieldExtensionComponent<
  string,
  { choices?: string[]; units?: string[] }
> = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    ...durationPicker,
    schema: durationPicker.schema.schema,
  }),
);
