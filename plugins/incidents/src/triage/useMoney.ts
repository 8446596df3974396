import type { Money } from '@ghostlight/plugin-incidents-common';
import { useFormats } from '@ghostlight/reliability-react';
import { useCallback } from 'react';
import { moneyText } from './moneyText';

/** Says amounts in the reader's language. */
export function useMoney(): (money: Money | undefined) => string {
  const { language } = useFormats();
  return useCallback(money => moneyText(money, language), [language]);
}
