import type { ChangeAdapter } from '@ghostlight/plugin-delivery-node';
import { argoRolloutsAdapter } from './argo-rollouts';
import { argocdAdapter } from './argocd';
import { cdeventsAdapter } from './cdevents';
import { ciAdapter } from './ci';
import { configAdapter } from './config';
import { flaggerAdapter } from './flagger';
import { flagsAdapter } from './flags';
import { githubAdapter } from './github';
import { gitlabAdapter } from './gitlab';

/** The adapters of this package. */
export const builtInAdapters: ChangeAdapter[] = [
  argoRolloutsAdapter,
  argocdAdapter,
  cdeventsAdapter,
  ciAdapter,
  configAdapter,
  flaggerAdapter,
  flagsAdapter,
  githubAdapter,
  gitlabAdapter,
];
