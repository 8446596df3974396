import { sentencesOf } from '@ghostlight/plugin-runbooks-node';

/** A sentence whose code begins with `action.scaffolder.` */
export const say = sentencesOf('scaffolder');
