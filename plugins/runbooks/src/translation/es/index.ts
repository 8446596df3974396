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
  ...rehearse,
  ...docs,
  ...said,
};
