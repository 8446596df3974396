import type {
  Change,
  IncidentDetail,
} from '@ghostlight/plugin-incidents-common';
import {
  ButtonLink,
  Link,
  nameOf,
  secondsOf,
  When,
} from '@ghostlight/reliability-react';
import { useChanges, useDeliveryLinks } from '../../hooks';
import { useIncidentsText } from '../../translation';
import { Step } from './Step';

/** Seconds before the first symptom in which a deployment can be what has to be undone. */
const RECENT = 24 * 3600;

/** The deployment that a rollback would undo: of the probable origin, the latest before it hurt. */
function suspectOf(
  { origin, startedAt }: IncidentDetail,
  changes: Change[],
): Change | undefined {
  const start = secondsOf(startedAt) ?? 0;
  const recent = changes.filter(({ kind, entityRef, at }) => {
    const before = start - (secondsOf(at) ?? 0);
    return (
      kind === 'deployment' &&
      entityRef === origin?.entityRef &&
      before >= 0 &&
      before < RECENT
    );
  });
  return (
    recent.find(({ id }) => id === origin?.changeId) ??
    recent.sort((a, b) => b.at.localeCompare(a.at))[0]
  );
}

/** Undoing the deployment that the incident probably comes from, where the delivery family is installed. */
export function RollbackStep({ incident }: { incident: IncidentDetail }) {
  const links = useDeliveryLinks();
  const { origin, id } = incident;
  const isInstalled =
    origin && links.plan({ entityRef: origin.entityRef, incident: id });
  return isInstalled ? <OfOrigin incident={incident} /> : null;
}

function OfOrigin({ incident }: { incident: IncidentDetail }) {
  const t = useIncidentsText();
  const links = useDeliveryLinks();
  const changes = useChanges({ incident: incident.id });
  const items = changes.data?.items ?? [];
  const suspect = suspectOf(incident, items);
  if (!suspect) return null;
  const { entityRef, environment, version, title, at } = suspect;
  const address = links.plan({ entityRef, environment, incident: incident.id });
  const undone = items.find(
    each =>
      each.kind === 'rollback' && each.entityRef === entityRef && each.at > at,
  );
  const run = undone?.rollbackId && links.rollback(undone.rollbackId);
  return (
    <Step
      title={t('incident.rollBack', {
        name: nameOf(entityRef),
        version: version ?? title,
      })}
      isDone={undone?.outcome === 'succeeded'}
      note={undone && <When iso={undone.at} />}
    >
      {run && <Link href={run}>{undone.rollbackId}</Link>}
      {!undone && address && incident.status !== 'resolved' && (
        <ButtonLink size="small" variant="secondary" href={address}>
          {t('incident.planRollback')}
        </ButtonLink>
      )}
    </Step>
  );
}
