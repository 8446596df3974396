import { saidActions } from './saidActions';
import { saidBase } from './saidBase';
import { saidDelivery } from './saidDelivery';
import { saidExperiments } from './saidExperiments';
import { saidKubernetes } from './saidKubernetes';
import { saidRehearsals } from './saidRehearsals';
import { saidRemediation } from './saidRemediation';

/**
 * What the backend says, by code. Of several wordings of a code (`code`, `code+…`) the one with the most
 * slots that its parameters fill is taken. A file for each part, `said…`.
 */
export const said = {
  ...saidBase,
  ...saidRemediation,
  ...saidExperiments,
  ...saidRehearsals,
  ...saidActions,
  ...saidKubernetes,
  ...saidDelivery,
} as const;
