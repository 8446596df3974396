import { sentencesOf } from '@ghostlight/plugin-runbooks-node';

/** A sentence whose code begins with `action.github.` */
export const say = sentencesOf('github');
