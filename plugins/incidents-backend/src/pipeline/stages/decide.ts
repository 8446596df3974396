import type { AlertWork, Batch } from '../Batch';
import { lockIncidents } from '../incidentPlace';
import type { PipelineState } from '../PipelineState';
import { joinIncidents } from '../deciding/joinIncidents';
import { openIncidents } from '../deciding/openIncidents';
import { raiseSeverities } from '../deciding/raiseSeverities';
import { rankSuspects } from '../deciding/rankSuspects';
import { reopenIncidents } from '../deciding/reopenIncidents';
import { tellOfAlerts } from '../deciding/tellOfAlerts';

/** Decides which groups become incidents, and what the batch means for those that are. */
export async function decide(
  batch: Batch,
  state: PipelineState,
): Promise<void> {
  const incidents = [...batch.touched, ...batch.candidates].map(
    id => state.groups.get(id)?.incident,
  );
  await lockIncidents(batch, [...incidents, ...ownIncidents(batch)]);
  reopenIncidents(batch, state);
  await openIncidents(batch, state);
  joinIncidents(batch, state);
  await raiseSeverities(batch, state);
  await rankSuspects(batch, state);
  tellOfAlerts(batch);
}

function ownIncidents({ works }: Batch) {
  return [...works.values()]
    .filter(({ ended, fired, recheck }: AlertWork) => ended || fired || recheck)
    .map(({ row }) => row.incident_number);
}
