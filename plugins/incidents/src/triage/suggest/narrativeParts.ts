import type { Section } from '../../incident/postmortem/sections';

/** A paragraph or more under one heading, and where in a postmortem it belongs. */
export interface NarrativePart {
  heading?: string;
  text: string;
  section: Section;
}

/** Headings of narratives, in lower case, that have a section of their own. */
const SECTION_OF: Partial<Record<string, Section>> = {
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

/** Cuts a narrative at its headings. Its title is left out: the postmortem has one. */
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
    .filter(({ text }) => text !== '')
    .map(({ heading, text }) => ({
      ...(heading ? { heading } : {}),
      text,
      section:
        SECTION_OF[heading?.toLocaleLowerCase('en') ?? ''] ?? 'rootCause',
    }));
}
