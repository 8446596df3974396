import { dataOf, useAct, type Act } from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useTriageState } from '../TriageContext';
import { useLanguageAsked } from '../useLanguageAsked';

/** What a model suggests when it is asked, until it is taken over. */
export interface Suggestion<T> {
  made: T | undefined;
  ask: Act<[]>;
  forget(): void;
}

/** Has something suggested about the incident, in the reader's language. */
export function useSuggestion<T>(
  request: (about: {
    params: { path: { incidentId: string } };
    body: { language: 'en' | 'es'; again: boolean };
  }) => Promise<{ data?: T }>,
): Suggestion<T> {
  const { incident } = useTriageState();
  const language = useLanguageAsked();
  const [made, setMade] = useState<T>();
  const ask = useAct(async () => {
    const answer = request({
      params: { path: { incidentId: incident.id } },
      body: { language, again: false },
    });
    setMade(await dataOf(answer));
  });
  return { made, ask, forget: () => setMade(undefined) };
}
