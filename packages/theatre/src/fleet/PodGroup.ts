/** Pods of a service that are alike. */
export interface PodGroup {
  /** Value of the label `track` that a rollout puts on the pods of a new version; empty without one. */
  track: string;
  /** Tag of their image. */
  release: string;
  ready: number;
}
