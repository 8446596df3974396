import { actions } from './actions';
import { approvals } from './approvals';
import { attempt } from './attempt';
import { docs } from './docs';
import { entity } from './entity';
import { experiments } from './experiments';
import { plan } from './plan';
import { rehearse } from './rehearse';
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
  ...rehearse,
  ...docs,
  ...said,
};
