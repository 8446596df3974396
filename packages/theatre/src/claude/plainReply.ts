import type { ClaudeReply, ClaudeRequest } from './ClaudeReply';

interface Item {
  id: string;
  type: string;
  entity?: string;
  at?: string;
  title: string;
}
interface Suspect {
  entity?: string;
  change?: string;
  cause: string;
  supporting: string[];
  contradicting: string[];
}
interface Asked {
  evidence?: Item[];
  statements?: Item[];
  ranking?: { verdict: string; suspects: Suspect[] };
  actions?: { id: string; required?: string[] }[];
}

type Words = (typeof words)['en'];

const words = {
  en: {
    saw: (title: string) => `The record says: ${title}`,
    first: (title: string) => `Look first at: ${title}`,
    why: 'It is nearest to the cause that the records show.',
    same: 'They began together.',
    over: 'See that no alert of the incident fires any more.',
    later: 'Have changes watched for longer after they go out.',
    question: 'What else changed that nobody recorded?',
    runbook: 'What helped before',
    look: 'Look at the alert and at what it is about.',
    help: 'Do what helped before.',
  },
  es: {
    saw: (title: string) => `El registro dice: ${title}`,
    first: (title: string) => `Mirar primero: ${title}`,
    why: 'Es lo más cercano a la causa que muestran los registros.',
    same: 'Empezaron a la vez.',
    over: 'Comprobar que ya no salta ninguna alerta del incidente.',
    later: 'Vigilar los cambios durante más tiempo después de publicarlos.',
    question: '¿Qué más cambió sin que nadie lo registrara?',
    runbook: 'Lo que ayudó antes',
    look: 'Mirar la alerta y aquello de lo que trata.',
    help: 'Hacer lo que ayudó antes.',
  },
};

const composers: Record<string, (asked: Asked, said: Words) => object> = {
  hypotheses: analysisOf,
  groups: reviewOf,
  sentences: (asked, { saw }) => {
    const items = pick(asked, ['alert', 'burn', 'change']).slice(0, 3);
    return {
      title: items[0]?.title ?? 'Incident',
      sentences: items.map(({ id, title }) => ({
        text: saw(title),
        evidence: [id],
      })),
    };
  },
  paragraphs: ({ statements = [], evidence = [] }, { saw, later }) => ({
    paragraphs: [
      ...[...statements, ...evidence].slice(0, 3).map(({ id, title }) => ({
        section: 'summary',
        text: saw(title),
        evidence: [id],
      })),
      ...statements
        .slice(0, 1)
        .map(({ id }) => ({ section: 'lessons', text: later, evidence: [id] })),
    ],
  }),
  steps: draftOf,
};

/** A sensible answer of the form that is asked for, composed of the evidence in the request. */
export function plainReply(request: ClaudeRequest): ClaudeReply {
  const [first] = request.messages;
  let asked: Asked = {};
  try {
    asked = JSON.parse(String(first?.content)) as Asked;
  } catch {
    return { text: 'I can only read JSON.' };
  }
  const isSpanish = /Write in Spanish/.test(JSON.stringify(request.system));
  const said = words[isSpanish ? 'es' : 'en'];
  const form: object = request.output_config?.format?.schema.properties ?? {};
  const compose = Object.entries(composers).find(([key]) => key in form)?.[1];
  return {
    text: compose ? JSON.stringify(compose(asked, said)) : 'Nothing to say.',
  };
}

function analysisOf(asked: Asked, said: Words): object {
  const { ranking, evidence = [], actions = [] } = asked;
  const byId = new Map(evidence.map(item => [item.id, item]));
  // Where nothing is wrong nobody is suspected.
  const suspects =
    ranking?.verdict === 'no-fault'
      ? []
      : (ranking?.suspects ?? []).slice(0, 2);
  const known = (ids: string[]) => ids.filter(id => byId.has(id)).slice(0, 4);
  const [top] = suspects;
  const action = actions.find(({ required }) => !required?.length);
  const shown = top ? known(top.supporting) : [];
  return {
    verdict: ranking?.verdict ?? 'inconclusive',
    headline: top?.cause ?? '',
    hypotheses: suspects.map((suspect, i) => ({
      key: `A${i + 1}`,
      title: suspect.cause,
      entity: suspect.entity ?? '',
      change: suspect.change ?? '',
      supporting: known(suspect.supporting),
      contradicting: known(suspect.contradicting),
    })),
    claims: [
      ...suspects.flatMap(({ supporting }, i) =>
        known(supporting).map(id => ({
          part: 'hypothesis',
          hypothesis: `A${i + 1}`,
          text: said.saw(byId.get(id)?.title ?? ''),
          evidence: [id],
        })),
      ),
      { part: 'verification', hypothesis: '', text: said.over, evidence: [] },
      { part: 'prevention', hypothesis: '', text: said.later, evidence: [] },
    ],
    timeline: evidence
      .filter(({ at, type }) => at && ['alert', 'change'].includes(type))
      .slice(0, 8)
      .map(({ id, at, title }) => ({ at, text: title, evidence: [id] })),
    actions:
      action && top?.entity && shown.length
        ? [
            {
              action: action.id,
              entity: top.entity,
              parameters: '{}',
              why: said.why,
              evidence: shown.slice(0, 1),
            },
          ]
        : [],
    runbookQueries: pick(asked, ['alert'])
      .slice(0, 2)
      .map(({ title }) => title),
    openQuestions: [said.question],
    injections: [],
  };
}

function reviewOf(asked: Asked, said: Words): object {
  const alerts = pick(asked, ['alert']);
  const ids = alerts.map(({ id }) => id);
  const [first] = alerts;
  return {
    primary: first?.id ?? '',
    first: first ? said.first(first.title) : '',
    firstEvidence: ids.slice(0, 1),
    groups: ids.length
      ? [
          {
            alerts: ids,
            related: true,
            why: said.same,
            evidence: ids.slice(0, 5),
          },
        ]
      : [],
    order: ids,
    suppress: [],
    injections: [],
  };
}

function draftOf({ evidence = [] }: Asked, said: Words): object {
  const ids = evidence.map(({ id }) => id);
  const step = (phase: string, kind: string, text: string) => ({
    phase,
    kind,
    title: text.slice(0, 100),
    text,
    action: '',
    parameters: '',
    minutes: 10,
    evidence: ids,
  });
  return {
    title: said.runbook,
    description: said.why,
    alerts: [],
    causes: [],
    steps: [
      step('detection', 'manual', said.look),
      step('diagnosis', 'manual', said.look),
      step('resolution', 'manual', said.help),
      step('verification', 'verify', said.over),
      step('escalation', 'manual', said.question),
    ],
  };
}

function pick({ evidence = [] }: Asked, types: string[]): Item[] {
  return types.flatMap(type => evidence.filter(item => item.type === type));
}
