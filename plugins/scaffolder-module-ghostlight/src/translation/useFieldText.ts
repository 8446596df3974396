import {
  useTranslationRef,
  type TranslationFunction,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { scaffolderGhostlightTranslationRef } from './scaffolderGhostlightTranslation';

type MessagesOf<TRef> = TRef extends TranslationRef<string, infer T>
  ? T
  : never;

/** Looks up a text of the fields in the reader's language. */
export type FieldText = TranslationFunction<
  MessagesOf<typeof scaffolderGhostlightTranslationRef>
>;

export function useFieldText(): FieldText {
  return useTranslationRef(scaffolderGhostlightTranslationRef).t;
}
