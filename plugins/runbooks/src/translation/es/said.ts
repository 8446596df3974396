import { saidActions } from './saidActions';
import { saidBase } from './saidBase';
import { saidDelivery } from './saidDelivery';
import { saidExperiments } from './saidExperiments';
import { saidKubernetes } from './saidKubernetes';
import { saidRehearsals } from './saidRehearsals';
import { saidRemediation } from './saidRemediation';

/** Lo que dice el servidor, por código. */
export const said = {
  ...saidBase,
  ...saidRemediation,
  ...saidExperiments,
  ...saidRehearsals,
  ...saidActions,
  ...saidKubernetes,
  ...saidDelivery,
};
