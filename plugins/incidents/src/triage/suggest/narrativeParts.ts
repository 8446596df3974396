import { SECTIONS, type Section } from '../../incident/postmortem/sections';

/** A paragraph or more under one heading, and where in a postmortem it belongs. */
export interface NarrativePart {
  heading?: string;
  text: string;
  section: Section;
}

/** Headings of narratives, in lower case, that have a section of their own. */
const SECTION_OF: Partial<Record<string, Section>> = {
  'how it ended': 'timeline',
  'cómo terminó': 'timeline',
  'how it was found': 'detection',
  'cómo se detectó': 'detection',
  'what went well': 'wentWell',
  'qué fue bien': 'wentWell',
  'what went wrong': 'wentWrong',
  'qué fue mal': 'wentWrong',
  lessons: 'lessons',
  lecciones: 'lessons',
  summary: 'impact',
  resumen: 'impact',
  impact: 'impact',
  impacto: 'impact',
  timeline: 'timeline',
  cronología: 'timeline',
};

/** Sections of facts come under their keys. */
const FACTS: readonly string[] = SECTIONS;

/** `(F1, E2)`: the statements F1, … are those of the postmortem itself. */
function withoutFacts(text: string): string {
  return text
    .replace(/ ?\(([EF]\d+(?:, [EF]\d+)*)\)/g, (_, ids: string) => {
      const records = ids.split(', ').filter(id => !id.startsWith('F'));
      return records.length > 0 ? ` (${records.join(', ')})` : '';
    })
    .trim();
}

/**
 * Cuts the prose of a narrative at its headings. Its title and the facts around which it was written are
 * left out: the postmortem has them.
 */
export function narrativeParts(markdown: string): NarrativePart[] {
  return markdown
    .split(/^(?=## )/m)
    .map(part => {
      const [, heading] = /^## +(.+)$/m.exec(part) ?? [];
      return {
        heading: heading?.trim(),
        text: part.replace(/^#{1,2} .*$/m, '').trim(),
      };
    })
    .filter(
      ({ heading, text }) => text !== '' && !FACTS.includes(heading ?? ''),
    )
    .map(({ heading, text }) => ({
      ...(heading ? { heading } : {}),
      text: withoutFacts(text),
      section:
        SECTION_OF[heading?.toLocaleLowerCase('en') ?? ''] ?? 'rootCause',
    }));
}
