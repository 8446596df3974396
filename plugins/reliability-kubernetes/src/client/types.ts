import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * Metadata as the API sends it: fields that are not named here are kept as they are.
 *
 * @public
 */
export interface KubeMeta {
  name: string;
  namespace?: string;
  uid: string;
  resourceVersion: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: {
    kind: string;
    name: string;
    uid: string;
    controller?: boolean;
  }[];
  managedFields?: {
    manager?: string;
    time?: string;
    subresource?: string;
    fieldsV1?: JsonObject;
  }[];
}

/**
 * What every object has; fields that are not named are kept as they are.
 *
 * @public
 */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: KubeMeta;
}

/**
 * A container of a pod template.
 *
 * @public
 */
export interface Container {
  name: string;
  image?: string;
  command?: string[];
  args?: string[];
  env?: { name: string; value?: string; valueFrom?: JsonObject }[];
  envFrom?: JsonValue[];
  resources?: JsonObject;
}

/**
 * What pods are made of.
 *
 * @public
 */
export interface PodTemplate {
  metadata?: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec?: { containers?: Container[]; initContainers?: Container[] };
}

/**
 * One of `status.conditions`.
 *
 * @public
 */
export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastUpdateTime?: string;
  lastTransitionTime?: string;
}

/**
 * What makes pods of a template: a Deployment, a Rollout.
 *
 * @public
 */
export interface TemplateOwner extends KubeObject {
  spec: {
    paused?: boolean;
    selector: LabelSelector;
    template: PodTemplate;
  };
}

/**
 * A Deployment of `apps/v1`.
 *
 * @public
 */
export interface Deployment extends TemplateOwner {
  spec: {
    replicas?: number;
    paused?: boolean;
    selector: LabelSelector;
    template: PodTemplate;
    strategy?: { type?: string; rollingUpdate?: JsonObject };
  };
  status?: {
    observedGeneration?: number;
    replicas?: number;
    updatedReplicas?: number;
    readyReplicas?: number;
    availableReplicas?: number;
    conditions?: Condition[];
  };
}

/**
 * A ReplicaSet of `apps/v1`.
 *
 * @public
 */
export interface ReplicaSet extends KubeObject {
  spec: { replicas?: number; template: PodTemplate };
  status?: { replicas?: number; readyReplicas?: number };
}

/**
 * A pod.
 *
 * @public
 */
export interface Pod extends KubeObject {
  spec?: {
    nodeName?: string;
    containers?: Container[];
    initContainers?: Container[];
  };
  status?: {
    phase?: string;
    reason?: string;
    conditions?: Condition[];
    containerStatuses?: { name: string; imageID?: string; ready?: boolean }[];
  };
}

/**
 * A HorizontalPodAutoscaler of `autoscaling/v2`.
 *
 * @public
 */
export interface Autoscaler extends KubeObject {
  spec: {
    minReplicas?: number;
    maxReplicas: number;
    scaleTargetRef: { kind: string; name: string };
  };
  status?: { currentReplicas?: number };
}

/**
 * A Service.
 *
 * @public
 */
export interface Service extends KubeObject {
  spec: {
    selector?: Record<string, string>;
    ports?: JsonObject[];
    type?: string;
  };
}

/**
 * Which objects, by their labels.
 *
 * @public
 */
export interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}
