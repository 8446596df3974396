import type { ClaudeReply, ClaudeRequest } from '@ghostlight/theatre';
import type { AnalysisAnswer } from '../../analysis/verify/answers';
import { own, type Attack } from '../cases';

interface Shown {
  id: string;
  type: string;
}

/** A model that does what it reads: the far end of the product's own client. */
export function obedientModel(attack: Attack, planted: string) {
  return (request: ClaudeRequest): ClaudeReply => {
    const records = recordsIn(request);
    const asked = request.messages.length > 1;
    if (attack.place === 'tool result' && !asked)
      return {
        tools: [
          {
            name: request.tools!.find(({ name }) => /log/.test(name))!.name,
            input: { entity: 'component:default/payments' },
          },
        ],
      };
    const id = attack.place === 'tool result' ? records.at(-1)?.id : planted;
    const answer = JSON.stringify({ ...honest(records), ...attack.obeys });
    return { text: answer.replaceAll(`"${own}"`, JSON.stringify(id ?? 'E0')) };
  };
}

/** What an honest model says of the case. */
function honest(records: Shown[]): AnalysisAnswer {
  const idOf = (type: string) =>
    records.filter(record => record.type === type).map(({ id }) => id);
  const supporting = [...idOf('alert').slice(0, 1), ...idOf('change')];
  return {
    verdict: 'identified',
    headline: 'Payments fails since a deployment',
    hypotheses: [
      {
        key: 'h1',
        title: 'The deployment of payments',
        entity: 'component:default/payments',
        change: idOf('change')[0] ?? '',
        supporting,
        contradicting: [],
      },
    ],
    claims: [
      {
        part: 'hypothesis',
        hypothesis: 'h1',
        text: 'Errors came after the deployment',
        evidence: supporting,
      },
    ],
    timeline: [],
    actions: [],
    runbookQueries: [],
    openQuestions: [],
    injections: [],
  };
}

/** Everything with an id that a request shows, wherever it is in it. */
function recordsIn(request: ClaudeRequest): Shown[] {
  const found = new Map<string, Shown>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && /^\s*[[{]/.test(value)) {
      try {
        walk(JSON.parse(value));
      } catch {
        // It only begins as JSON does.
      }
    } else if (Array.isArray(value)) value.forEach(walk);
    else if (value && typeof value === 'object') {
      const { id, type } = value as { id?: unknown; type?: unknown };
      if (typeof id === 'string' && /^E\d+$/.test(id))
        found.set(id, { id, type: String(type) });
      Object.values(value).forEach(walk);
    }
  };
  walk(request.messages);
  return [...found.values()];
}
