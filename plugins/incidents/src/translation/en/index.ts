import { declare } from './declare';
import { shared } from './shared';
import { list } from './list';
import { incident } from './incident';
import { entity } from './entity';
import { alerts } from './alerts';
import { oncall } from './oncall';
import { learning } from './learning';
import { places } from './places';
import { said } from './said';
import { saidTriage } from './saidTriage';
import { triage } from './triage';
import { triagePages } from './triagePages';
import { redactionKinds } from './redactions';
import { outcomes } from './outcomes';

/** The English texts: one file for each page, each with keys of its own at the top. */
export const messages = {
  ...shared,
  ...declare,
  ...list,
  ...incident,
  ...entity,
  ...alerts,
  ...oncall,
  ...learning,
  ...places,
  ...said,
  ...saidTriage,
  ...triage,
  ...triagePages,
  ...redactionKinds,
  ...outcomes,
};
