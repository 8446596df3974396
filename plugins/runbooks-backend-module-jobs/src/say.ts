import { sentencesOf } from '@ghostlight/plugin-runbooks-node';

/** A sentence whose code begins with `action.jobs.` */
export const say = sentencesOf('jobs');
