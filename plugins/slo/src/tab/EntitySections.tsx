import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  sloCorrectionWritePermission,
  sloOverrideWritePermission,
  type ObjectiveStatus,
} from '@ghostlight/plugin-slo-common';
import { QueryBoundary } from '@ghostlight/reliability-react';
import { sloApiRef } from '../api';
import { nameOf } from '../answer';
import { useCorrections, useGate, useRefusal, useSignals } from '../hooks';
import { useSloText } from '../translation';
import { Corrections } from './Corrections';
import { GatePanel } from './GatePanel';
import { GoldenSignals } from './GoldenSignals';

interface Props {
  entity: Entity;
  /** Of what the page asks about. */
  entityRef: string;
  objective: ObjectiveStatus;
}

export function GateSection({ entity, entityRef, objective }: Props) {
  const t = useSloText();
  const client = useApi(sloApiRef);
  const gate = useGate(entityRef);
  const service = nameOf(entityRef);
  const refusal = useRefusal({
    permission: sloOverrideWritePermission,
    resourceRef: objective.ref,
    entity,
    service,
  });
  return (
    <QueryBoundary query={gate} what={t('gate.title')}>
      {data => (
        <GatePanel
          gate={data}
          service={service}
          refusal={refusal}
          onOverride={async request => {
            await client.request('post', '/v1/overrides', {
              body: { entityRef, ...request },
            });
            gate.refresh();
          }}
          onRevoke={async id => {
            await client.request('delete', '/v1/overrides/{id}', {
              params: { path: { id } },
            });
            gate.refresh();
          }}
        />
      )}
    </QueryBoundary>
  );
}

export function CorrectionSection({
  entity,
  objective,
  onChanged,
}: Props & { onChanged(): void }) {
  const t = useSloText();
  const client = useApi(sloApiRef);
  const corrections = useCorrections(objective.entityRef);
  const service = nameOf(objective.entityRef);
  const refusal = useRefusal({
    permission: sloCorrectionWritePermission,
    resourceRef: objective.ref,
    entity,
    service,
  });
  return (
    <QueryBoundary query={corrections} what={t('correction.title')}>
      {({ items }) => (
        <Corrections
          corrections={items}
          objective={objective}
          service={service}
          refusal={refusal}
          onCreate={async request => {
            await client.request('post', '/v1/corrections', { body: request });
            corrections.refresh();
            onChanged();
          }}
          onUndo={async id => {
            await client.request('delete', '/v1/corrections/{id}', {
              params: { path: { id } },
            });
            corrections.refresh();
            onChanged();
          }}
        />
      )}
    </QueryBoundary>
  );
}

export function SignalSection({ entityRef }: { entityRef: string }) {
  const t = useSloText();
  const signals = useSignals(entityRef);
  return (
    <QueryBoundary query={signals} what={t('signals.title')}>
      {data => <GoldenSignals signals={data} service={nameOf(entityRef)} />}
    </QueryBoundary>
  );
}
