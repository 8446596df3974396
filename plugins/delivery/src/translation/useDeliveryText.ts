import {
  useTranslationRef,
  type TranslationFunction,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { deliveryTranslationRef } from './deliveryTranslation';

type MessagesOf<TRef> = TRef extends TranslationRef<string, infer T>
  ? T
  : never;

/** Looks up a text of the delivery screens in the reader's language. */
export type DeliveryText = TranslationFunction<
  MessagesOf<typeof deliveryTranslationRef>
>;

export function useDeliveryText(): DeliveryText {
  return useTranslationRef(deliveryTranslationRef).t;
}
