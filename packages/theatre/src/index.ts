/**
 * The demo fleet: eight services, their buyers, a Prometheus and a simulated past.
 *
 * @packageDocumentation
 */
export { Theatre, type TheatreOptions } from './Theatre';
export {
  ClaudeApi,
  plainReply,
  type ClaudeBlock,
  type ClaudeReply,
  type ClaudeRequest,
  type ClaudeScript,
  type ToolUse,
} from './claude';
export {
  KubernetesApi,
  everything,
  type AccessRule,
  type Account,
  type Fault,
  type KubeObject,
  type KubernetesApiOptions,
  type PodFacts,
  type RolledOut,
  type RunningImages,
  type ServiceEndpoints,
} from './kubernetes';
