import { saidBase } from './saidBase';
import { saidExperiments } from './saidExperiments';
import { saidRemediation } from './saidRemediation';

/**
 * What the backend says, by code. Of several wordings of a code (`code`, `code+…`) the one with the most
 * slots that its parameters fill is taken. A file for each part, `said…`.
 */
export const said = {
  ...saidBase,
  ...saidRemediation,
  ...saidExperiments,
} as const;
