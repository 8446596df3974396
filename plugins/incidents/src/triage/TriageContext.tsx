import type {
  IncidentDetail,
  Triage,
  TriageRun,
} from '@ghostlight/plugin-incidents-common';
import { triageRunPermission } from '@ghostlight/plugin-incidents-common';
import {
  type LiveQuery,
  useRefusal,
  useUrlState,
} from '@ghostlight/reliability-react';
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { EvidenceProvider } from './evidence/EvidenceContext';
import { triageUrl } from './triageUrl';
import { useAsking, type Asking } from './useAsking';
import { useRun } from './useTriage';

/** What the parts of an incident's page share of its triage. */
export interface TriageState {
  incident: IncidentDetail;
  triage: LiveQuery<Triage>;
  asking: Asking;
  /** Asks the model; `again` even when the same evidence was analysed before. */
  ask(again?: boolean): void;
  cancel(): void;
  /** Who may ask the model, when the reader may not. */
  refusal: string | undefined;
  /** The analysis that is shown: the one in the URL, or the latest. */
  run: LiveQuery<TriageRun>;
  runId: string | undefined;
  /** Shows an analysis as it was just answered. */
  hold(run: TriageRun): void;
}

const TriageContext = createContext<TriageState | undefined>(undefined);

export function useTriageState(): TriageState {
  const state = useContext(TriageContext);
  if (!state) throw new Error('A triage needs a TriageProvider around it');
  return state;
}

/** Shares the triage of an incident, and reads it again when the incident has moved on. */
export function TriageProvider(props: {
  incident: IncidentDetail;
  triage: LiveQuery<Triage>;
  children: ReactNode;
}) {
  const { incident, triage } = props;
  const [{ run: chosen }, setUrl] = useUrlState(triageUrl);
  const [held, setHeld] = useState<TriageRun>();
  const { asking, start, cancel } = useAsking(incident.id, ended => {
    if (ended) {
      setHeld(ended);
      setUrl({ run: '', evidence: '' });
    }
    triage.refresh();
  });
  const refusal = useRefusal({
    permission: triageRunPermission,
    resourceRef: incident.id,
  });

  const { refresh } = triage;
  const moved = `${incident.alertCount} ${incident.status} ${incident.mitigatedAt}`;
  const seen = useRef(moved);
  useEffect(() => {
    if (seen.current !== moved) {
      seen.current = moved;
      refresh();
    }
  }, [moved, refresh]);

  const latest = newest(triage.data?.latest, held);
  const runId = chosen || latest?.id;
  const known = [held, triage.data?.latest].find(
    each => each?.id === runId && each?.evidence && each.state !== 'running',
  );
  const isMoving = latest?.id === runId && latest?.state === 'running';
  const read = useRun(known ? undefined : runId, isMoving);
  const over = isMoving ? read.data?.state : undefined;
  useEffect(() => {
    // Somebody else's has ended: it is the latest now.
    if (over && over !== 'running') refresh();
  }, [over, refresh]);

  const state = useMemo<TriageState>(
    () => ({
      incident,
      triage,
      asking,
      ask: (again = false) => start(again),
      cancel,
      refusal,
      run: known ? { ...read, data: known, error: undefined } : read,
      runId,
      hold: setHeld,
    }),
    [incident, triage, asking, start, cancel, refusal, known, read, runId],
  );
  return (
    <EvidenceProvider>
      <TriageContext.Provider value={state}>
        {props.children}
      </TriageContext.Provider>
    </EvidenceProvider>
  );
}

function newest(
  latest: TriageRun | undefined,
  held: TriageRun | undefined,
): TriageRun | undefined {
  if (!latest || !held) return latest ?? held;
  return latest.startedAt > held.startedAt ? latest : held;
}
