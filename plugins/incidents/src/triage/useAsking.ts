import { useApi } from '@backstage/frontend-plugin-api';
import type {
  TriageEvent,
  TriageRun,
} from '@ghostlight/plugin-incidents-common';
import { messageOf } from '@ghostlight/reliability-react';
import { useCallback, useRef, useState } from 'react';
import { incidentsApiRef } from '../api';
import { readEvents } from './readEvents';
import { useLanguageAsked } from './useLanguageAsked';

/** What is under way, or how it ended. */
export interface Asking {
  state: 'idle' | 'asking' | 'ended' | 'cancelled' | 'failed';
  /** The stages so far, the latest last; one that repeats is told once. */
  stages: readonly TriageEvent[];
  /** When it was asked. */
  since?: string;
  failure?: string;
  /** The connection ended before an answer came: there may be one nevertheless. */
  isCut?: boolean;
}

const IDLE: Asking = { state: 'idle', stages: [] };

function withStage(
  stages: readonly TriageEvent[],
  event: TriageEvent,
): TriageEvent[] {
  const last = stages[stages.length - 1];
  return last?.stage === event.stage
    ? [...stages.slice(0, -1), event]
    : [...stages, event];
}

/**
 * Asks the model about an incident and follows its stages. A reader who goes to another screen does not
 * stop it: what it finds is stored. One who cancels, or closes the window, does.
 */
export function useAsking(
  incidentId: string,
  onEnded: (run: TriageRun | undefined) => void,
) {
  const client = useApi(incidentsApiRef);
  const language = useLanguageAsked();
  const [asking, setAsking] = useState<Asking>(IDLE);
  const running = useRef<AbortController>();
  const ended = useRef(onEnded);
  ended.current = onEnded;

  const start = useCallback(
    async (again: boolean) => {
      if (running.current) return;
      const controller = new AbortController();
      running.current = controller;
      const since = new Date().toISOString();
      setAsking({ state: 'asking', stages: [], since });
      let run: TriageRun | undefined;
      let isBegun = false;
      try {
        const { data } = await client.request(
          'post',
          '/v1/incidents/{incidentId}/triage',
          {
            params: { path: { incidentId } },
            body: { language, again },
            headers: { Accept: 'application/x-ndjson' },
            parseAs: 'stream',
            signal: controller.signal,
          },
        );
        isBegun = true;
        if (data) {
          for await (const event of readEvents(data)) {
            if (controller.signal.aborted) break;
            run = event.run ?? run;
            setAsking(({ stages }) => ({
              state: 'asking',
              stages: withStage(stages, event),
              since,
            }));
          }
        }
        if (!controller.signal.aborted) {
          const isOver = run !== undefined && run.state !== 'running';
          setAsking(({ stages }) =>
            isOver
              ? { state: 'ended', stages }
              : { state: 'failed', stages, isCut: true },
          );
          ended.current(isOver ? run : undefined);
        }
      } catch (error) {
        if (!controller.signal.aborted) {
          // A failure after the answer has begun is one of the connection, not the server's word.
          setAsking(({ stages }) => ({
            state: 'failed',
            stages,
            failure: isBegun ? undefined : messageOf(error),
            isCut: isBegun,
          }));
          ended.current(undefined);
        }
      } finally {
        if (running.current === controller) running.current = undefined;
      }
    },
    [client, incidentId, language],
  );

  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setAsking(({ stages }) => ({ state: 'cancelled', stages }));
    ended.current(undefined);
  }, []);

  return { asking, start, cancel };
}
