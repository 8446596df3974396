import { saidBase } from './saidBase';
import { saidExperiments } from './saidExperiments';
import { saidRemediation } from './saidRemediation';

/** Lo que dice el servidor, por código. */
export const said = {
  ...saidBase,
  ...saidRemediation,
  ...saidExperiments,
};
