import { RunbookActionPicker } from './action/RunbookActionPicker';
import { runbookActionPickerSchema } from './action/schema';
import { DurationPicker } from './duration/DurationPicker';
import { durationPickerSchema } from './duration/schema';
import { validateDuration } from './duration/validateDuration';
import { ObjectivePicker } from './objective/ObjectivePicker';
import { objectivePickerSchema } from './objective/schema';
import { validateObjective } from './objective/validateObjective';

/** The fields as both front-end systems take them, by the name that templates use. */
export const objectivePicker = {
  name: 'ObjectivePicker',
  component: ObjectivePicker,
  validation: validateObjective,
  schema: objectivePickerSchema,
};

export const runbookActionPicker = {
  name: 'RunbookActionPicker',
  component: RunbookActionPicker,
  schema: runbookActionPickerSchema,
};

export const durationPicker = {
  name: 'DurationPicker',
  component: DurationPicker,
  validation: validateDuration,
  schema: durationPickerSchema,
};
