import type { Money } from '@ghostlight/plugin-incidents-common';

/** An amount as people say it; less than a cent with what it needs to differ from nothing. */
export function moneyText(money: Money | undefined, language: string): string {
  if (!money) return '–';
  const { amount, currency } = money;
  const isTiny = amount !== 0 && Math.abs(amount) < 0.01;
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    ...(isTiny
      ? { maximumSignificantDigits: 2 }
      : { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  }).format(amount);
}
