import {
  useTranslationRef,
  type TranslationFunction,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { runbooksTranslationRef } from './runbooksTranslation';

type MessagesOf<TRef> = TRef extends TranslationRef<string, infer T>
  ? T
  : never;

/** Looks up a text of the runbooks screens in the reader's language. */
export type RunbooksText = TranslationFunction<
  MessagesOf<typeof runbooksTranslationRef>
>;

export function useRunbooksText(): RunbooksText {
  return useTranslationRef(runbooksTranslationRef).t;
}
