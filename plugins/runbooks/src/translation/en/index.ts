import { actions } from './actions';
import { approvals } from './approvals';
import { attempt } from './attempt';
import { entity } from './entity';
import { experiments } from './experiments';
import { plan } from './plan';
import { remediation } from './remediation';
import { run } from './run';
import { runbook } from './runbook';
import { runs } from './runs';
import { said } from './said';
import { shared } from './shared';
import { states } from './states';

/** The English texts: one file for each part, each with keys of its own. */
export const messages = {
  ...shared,
  ...states,
  ...entity,
  ...runbook,
  ...plan,
  ...run,
  ...runs,
  ...actions,
  ...remediation,
  ...attempt,
  ...approvals,
  ...experiments,
  ...said,
};
