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

/** Spanish. The plural `many` is for round millions (“1 000 000 de alertas”). */
export default {
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
