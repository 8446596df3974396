import { sentencesOf } from '@ghostlight/plugin-runbooks-node';

/** A sentence whose code begins with `action.http.` */
export const say = sentencesOf('http');
