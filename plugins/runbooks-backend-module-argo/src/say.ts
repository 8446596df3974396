import { sentencesOf } from '@ghostlight/plugin-runbooks-node';

/** A sentence whose code begins with `action.argo.` */
export const say = sentencesOf('argo');
