import type { JsonObject, JsonValue } from '@backstage/types';

/** Objects as the API sends them: fields that are not named here are kept as they are. */
export interface KubeMeta {
  name: string;
  namespace?: string;
  uid: string;
  resourceVersion: string;
  generation?: number;
  creationTimestamp?: string;
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

export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: KubeMeta;
}

export interface Container {
  name: string;
  image?: string;
  command?: string[];
  args?: string[];
  env?: { name: string; value?: string; valueFrom?: JsonObject }[];
  envFrom?: JsonValue[];
  resources?: JsonObject;
}

export interface PodTemplate {
  metadata?: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec?: { containers?: Container[]; initContainers?: Container[] };
}

export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastUpdateTime?: string;
}

/** What makes pods of a template: a Deployment, a Rollout. */
export interface TemplateOwner extends KubeObject {
  spec: {
    paused?: boolean;
    selector: { matchLabels?: Record<string, string> };
    template: PodTemplate;
  };
}

export interface Deployment extends TemplateOwner {
  spec: {
    replicas?: number;
    paused?: boolean;
    selector: { matchLabels?: Record<string, string> };
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

export interface ReplicaSet extends KubeObject {
  spec: { replicas?: number; template: PodTemplate };
  status?: { replicas?: number; readyReplicas?: number };
}

export interface Pod extends KubeObject {
  status?: {
    containerStatuses?: { name: string; imageID?: string; ready?: boolean }[];
  };
}

export interface Autoscaler extends KubeObject {
  spec: {
    minReplicas?: number;
    maxReplicas: number;
    scaleTargetRef: { kind: string; name: string };
  };
}

export interface Service extends KubeObject {
  spec: {
    selector?: Record<string, string>;
    ports?: JsonObject[];
    type?: string;
  };
}
