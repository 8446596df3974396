export {
  KubeClient,
  fieldManager,
  type Asking,
  type WatchEvent,
  type Writing,
} from './KubeClient';
export { KubeError, hasStatus } from './KubeError';
export { addressOf, apiVersionOf, type Kind } from './Kind';
export { labelSelectorOf, selects, selectorTakes } from './selectors';
export type {
  Autoscaler,
  Condition,
  Container,
  Deployment,
  KubeMeta,
  KubeObject,
  LabelSelector,
  Pod,
  PodTemplate,
  ReplicaSet,
  Service,
  TemplateOwner,
} from './types';
