import type { IncidentTaskRequest } from '../AnalysisRequest';
import type { AnalysisAnswer } from '../verify/answers';
import { idOf } from './paymentsIncident';

/** What an honest model says of the payments incident. */
export function goodAnswer(request: IncidentTaskRequest): AnalysisAnswer {
  const change = idOf(request, 'change', 'v42');
  const alert = idOf(request, 'alert', '503');
  return {
    verdict: 'identified',
    headline: 'payments v42 broke charges',
    hypotheses: [
      {
        key: 'A1',
        title: 'The deployment of v42 broke payments',
        entity: 'component:default/payments',
        change,
        supporting: [change, alert],
        contradicting: [],
      },
    ],
    claims: [
      {
        part: 'hypothesis',
        hypothesis: 'A1',
        text: 'payments v42 went out before charges failed with HTTP 503',
        evidence: [change, alert],
      },
      {
        part: 'verification',
        hypothesis: '',
        text: 'The error ratio of payments is back to where it was',
        evidence: [],
      },
    ],
    timeline: [
      {
        at: '2026-11-21T12:31:00Z',
        text: 'payments v42 went out',
        evidence: [change],
      },
    ],
    actions: [
      {
        action: 'delivery:rollback',
        entity: 'payments',
        parameters: '{"reason":"v42 broke charges"}',
        why: 'v42 went out just before',
        evidence: [change],
      },
    ],
    runbookQueries: ['charges fail'],
    openQuestions: ['Why did no test see it?'],
    injections: [],
  };
}
