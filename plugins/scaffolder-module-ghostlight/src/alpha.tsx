/**
 * The form fields for the New Frontend System.
 *
 * @packageDocumentation
 */
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';

export { scaffolderGhostlightTranslationRef } from './translation';

const objectivePickerField = FormFieldBlueprint.make({
  name: 'objective-picker',
  params: {
    field: async () =>
      import('./fields').then(m => createFormField(m.objectivePicker)),
  },
});

const runbookActionPickerField = FormFieldBlueprint.make({
  name: 'runbook-action-picker',
  params: {
    field: async () =>
      import('./fields').then(m => createFormField(m.runbookActionPicker)),
  },
});

const durationPickerField = FormFieldBlueprint.make({
  name: 'duration-picker',
  params: {
    field: async () =>
      import('./fields').then(m => createFormField(m.durationPicker)),
  },
});

/**
 * Adds `ObjectivePicker`, `RunbookActionPicker` and `DurationPicker` to the forms of templates.
 *
 * @public
 */
export default createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    objectivePickerField,
    runbookActionPickerField,
    durationPickerField,
  ],
});
