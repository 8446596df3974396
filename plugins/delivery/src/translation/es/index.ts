import { changes } from './changes';
import { dora } from './dora';
import { entity } from './entity';
import { freezes } from './freezes';
import { org } from './org';
import { rollback } from './rollback';
import { said } from './said';
import { shared } from './shared';
import { sources } from './sources';

/** Spanish. The plural `many` is for round millions (“1 000 000 de alertas”). */
export default {
  ...shared,
  ...entity,
  ...rollback,
  ...org,
  ...changes,
  ...freezes,
  ...dora,
  ...sources,
  ...said,
};
