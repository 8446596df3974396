/**
 * The form fields for apps on the legacy frontend system; the New Frontend System takes `/alpha`.
 *
 * @packageDocumentation
 */
export {
  DurationPickerFieldExtension,
  ObjectivePickerFieldExtension,
  RunbookActionPickerFieldExtension,
} from './legacy';
export { scaffolderGhostlightTranslationRef } from './translation';
