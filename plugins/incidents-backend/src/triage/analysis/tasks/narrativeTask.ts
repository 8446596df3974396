import type { EvidenceItem } from '@ghostlight/plugin-incidents-common';
import { hashOf } from '@ghostlight/reliability-node';
import { plainText as inMarkdown } from '../../../learning/plainText';
import type { AnswerLanguage, NarrativeRequest } from '../AnalysisRequest';
import type { Task } from '../asking/Task';
import { narrativePrompt } from '../prompts';
import { asShown } from '../tools/ToolBox';
import {
  narrativeAnswer,
  narrativeSections,
  schemaFor,
} from '../verify/answers';
import { checkStatement } from '../verify/checkStatement';
import { DropList } from '../verify/Dropped';
import { incidentTask } from './incidentTask';

type Section = (typeof narrativeSections)[number];

const schema = schemaFor(narrativeAnswer);
const mostStatements = 80;

const headings: Record<AnswerLanguage, Record<Section, string>> = {
  en: {
    summary: 'Summary',
    'how-it-began': 'How it began',
    'how-it-was-found': 'How it was found',
    'how-it-ended': 'How it ended',
    'went-well': 'What went well',
    'went-wrong': 'What went wrong',
    lessons: 'Lessons',
  },
  es: {
    summary: 'Resumen',
    'how-it-began': 'Cómo empezó',
    'how-it-was-found': 'Cómo se detectó',
    'how-it-ended': 'Cómo terminó',
    'went-well': 'Qué fue bien',
    'went-wrong': 'Qué fue mal',
    lessons: 'Lecciones',
  },
};

/**
 * The prose of a postmortem around facts that code rendered: those stay as they are, the paragraphs of the
 * model are plain text with the ids of what holds them.
 */
export function narrativeTask(
  request: NarrativeRequest,
): Task<{ markdown: string }> {
  const { facts } = request;
  const { common, dataOf } = incidentTask(request);
  const { book } = common;
  const statements = facts.statements
    .slice(0, mostStatements)
    .map<EvidenceItem>(({ text, at }, i) => ({
      id: `F${i + 1}`,
      type: 'tool',
      source: 'record',
      title: text.slice(0, 300),
      text: text.length > 300 ? text.slice(0, 2000) : '',
      ...(at && { at }),
    }));
  return {
    ...common,
    prompt: narrativePrompt,
    tier: 'analysis',
    depends: [request.report.ranker.version, hashOf(JSON.stringify(facts))],
    schema,
    data(mostBytes) {
      book.show(statements);
      const shown = statements.map(asShown);
      const size = Buffer.byteLength(JSON.stringify(shown));
      return { statements: shown, ...dataOf(mostBytes - size) };
    },
    check(given) {
      const parsed = narrativeAnswer.safeParse(given);
      if (!parsed.success) return { dropped: [], poor: true };
      const drops = DropList.create();
      const held = parsed.data.paragraphs.slice(0, 14).flatMap((one, i) => {
        const what = `paragraphs[${i}]`;
        const statement = one.evidence.length
          ? checkStatement(one, what, { book, drops, most: 1_200 })
          : drops.add(what, 'no-record');
        return statement ? [{ ...statement, section: one.section }] : [];
      });
      const lost = parsed.data.paragraphs.length - held.length;
      return {
        ...(held.length && { result: { markdown: render(request, held) } }),
        dropped: drops.dropped,
        poor: !held.length || lost > held.length,
      };
    },
  };
}

function render(
  { facts, language = 'en' }: NarrativeRequest,
  held: { section: Section; text: string; evidence: string[] }[],
): string {
  const prose = narrativeSections.flatMap(section => {
    const paragraphs = held.filter(one => one.section === section);
    if (!paragraphs.length) return [];
    return [
      `## ${headings[language][section]}`,
      ...paragraphs.map(
        ({ text, evidence }) => `${inMarkdown(text)} (${evidence.join(', ')})`,
      ),
    ];
  });
  const made = facts.sections.map(
    ({ heading, markdown }) =>
      `## ${inMarkdown(heading)}\n\n${markdown.trim()}`,
  );
  return `${[`# ${inMarkdown(facts.title)}`, ...prose, ...made].join(
    '\n\n',
  )}\n`;
}
