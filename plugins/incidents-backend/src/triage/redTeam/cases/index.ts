import { actions } from './actions';
import { addresses } from './addresses';
import type { Attack } from './Attack';
import { disguises } from './disguises';
import { leaks } from './leaks';
import { verdicts } from './verdicts';

export type { Attack } from './Attack';
export { own } from './orders';

/** At least sixty ways to give a model orders through what it reads. */
export const attacks: Attack[] = [
  ...actions,
  ...addresses,
  ...verdicts,
  ...disguises,
  ...leaks,
];
