import { changes } from './changes';
import { dora } from './dora';
import { entity } from './entity';
import { freezes } from './freezes';
import { org } from './org';
import { rollback } from './rollback';
import { said } from './said';
import { shared } from './shared';
import { sources } from './sources';

/** The English texts: one file for each part, each with keys of its own. */
export const messages = {
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
