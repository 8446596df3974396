import type { PostmortemSections } from '@ghostlight/plugin-incidents-common';

export type Section = keyof PostmortemSections;

/** In the order in which a postmortem is read. */
export const SECTIONS = [
  'impact',
  'detection',
  'timeline',
  'rootCause',
  'wentWell',
  'wentWrong',
  'lessons',
  'queries',
] as const satisfies readonly Section[];

/** Sections that both have changed since `base`, to different texts. */
export function conflictsOf(
  base: PostmortemSections,
  mine: PostmortemSections,
  theirs: PostmortemSections,
): Section[] {
  return SECTIONS.filter(
    section =>
      mine[section] !== base[section] &&
      theirs[section] !== base[section] &&
      mine[section] !== theirs[section],
  );
}

/** The reader's changes on top of the other's: what only one has changed is as they have it. */
export function mergeSections(
  base: PostmortemSections,
  mine: PostmortemSections,
  theirs: PostmortemSections,
): PostmortemSections {
  const merged = { ...theirs };
  for (const section of SECTIONS) {
    if (mine[section] !== base[section]) merged[section] = mine[section];
  }
  return merged;
}
