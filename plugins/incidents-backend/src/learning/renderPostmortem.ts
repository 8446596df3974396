import type {
  Postmortem,
  PostmortemSections,
} from '@ghostlight/plugin-incidents-common';
import { plainText } from './plainText';

const headings: [keyof PostmortemSections, string][] = [
  ['impact', 'Impact'],
  ['detection', 'Detection'],
  ['timeline', 'Timeline'],
  ['rootCause', 'Root cause'],
  ['wentWell', 'What went well'],
  ['wentWrong', 'What went wrong'],
  ['lessons', 'Lessons'],
  ['queries', 'Queries and dashboards'],
];

/** A postmortem as a Markdown document, its action items as a table before the queries. */
export function renderPostmortem(postmortem: Postmortem): string {
  const { incidentId, title, sections, state, version } = postmortem;
  const note =
    state === 'draft'
      ? 'Draft made from the record; nobody has read it over.'
      : `Version ${version}, ${postmortem.updatedAt}.`;
  const parts = headings.map(
    ([key, heading]) => `## ${heading}\n\n${sections[key].trim() || '–'}`,
  );
  parts.splice(-1, 0, `## Action items\n\n${actionItems(postmortem)}`);
  return `# Postmortem of ${incidentId}: ${plainText(
    title,
  )}\n\n_${note}_\n\n${parts.join('\n\n')}\n`;
}

function actionItems({ actionItems: items }: Postmortem): string {
  if (!items.length) return 'None yet.';
  const rows = items.map(
    ({ title, owner, due, priority, state }) =>
      `| ${[title, owner ?? '–', due ?? '–', priority, state]
        .map(plainText)
        .join(' | ')} |`,
  );
  return [
    '| Item | Owner | Due | Priority | State |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
