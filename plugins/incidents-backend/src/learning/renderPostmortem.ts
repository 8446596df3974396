import type {
  Postmortem,
  PostmortemSections,
} from '@ghostlight/plugin-incidents-common';
import type { Language } from './Language';
import { plainText } from './plainText';

interface Headings {
  title(id: string, title: string): string;
  draft: string;
  version(version: number, at: string | undefined): string;
  sections: Record<keyof PostmortemSections, string>;
  actionItems: string;
  noItems: string;
  columns: string[];
}

const headings: Record<Language, Headings> = {
  en: {
    title: (id, title) => `Postmortem of ${id}: ${title}`,
    draft: 'Draft made from the record; nobody has read it over.',
    version: (version, at) => `Version ${version}, ${at}.`,
    sections: {
      impact: 'Impact',
      detection: 'Detection',
      timeline: 'Timeline',
      rootCause: 'Root cause',
      wentWell: 'What went well',
      wentWrong: 'What went wrong',
      lessons: 'Lessons',
      queries: 'Queries and dashboards',
    },
    actionItems: 'Action items',
    noItems: 'None yet.',
    columns: ['Item', 'Owner', 'Due', 'Priority', 'State'],
  },
  es: {
    title: (id, title) => `Análisis posterior de ${id}: ${title}`,
    draft: 'Borrador hecho a partir del registro; nadie lo ha revisado.',
    version: (version, at) => `Versión ${version}, ${at}.`,
    sections: {
      impact: 'Impacto',
      detection: 'Detección',
      timeline: 'Cronología',
      rootCause: 'Causa raíz',
      wentWell: 'Qué fue bien',
      wentWrong: 'Qué fue mal',
      lessons: 'Lecciones',
      queries: 'Consultas y paneles',
    },
    actionItems: 'Seguimientos',
    noItems: 'Ninguno todavía.',
    columns: ['Seguimiento', 'Responsable', 'Para', 'Prioridad', 'Estado'],
  },
};

/**
 * A postmortem as a Markdown document under headings in that language, its action items as a table
 * before the queries.
 */
export function renderPostmortem(
  postmortem: Postmortem,
  language: Language = 'en',
): string {
  const words = headings[language];
  const { incidentId, title, sections, state, version } = postmortem;
  const note =
    state === 'draft'
      ? words.draft
      : words.version(version, postmortem.updatedAt);
  const keys = Object.keys(words.sections) as (keyof PostmortemSections)[];
  const parts = keys.map(
    key => `## ${words.sections[key]}\n\n${sections[key].trim() || '–'}`,
  );
  parts.splice(
    -1,
    0,
    `## ${words.actionItems}\n\n${actionItems(postmortem, words)}`,
  );
  return `# ${words.title(
    incidentId,
    plainText(title),
  )}\n\n_${note}_\n\n${parts.join('\n\n')}\n`;
}

function actionItems(
  { actionItems: items }: Postmortem,
  words: Headings,
): string {
  if (!items.length) return words.noItems;
  const rows = items.map(
    ({ title, owner, due, priority, state }) =>
      `| ${[title, owner ?? '–', due ?? '–', priority, state]
        .map(plainText)
        .join(' | ')} |`,
  );
  return [
    `| ${words.columns.join(' | ')} |`,
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
