/** JSON as it is sent. */
export type Json =
  | string
  | number
  | boolean
  | null
  | Json[]
  | { [field: string]: Json | undefined };

export type JsonObject = { [field: string]: Json | undefined };

export type OwnerReference = {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
};

export type ManagedFields = {
  manager: string;
  operation: string;
  apiVersion: string;
  time: string;
  fieldsType: string;
  fieldsV1: JsonObject;
  subresource?: string;
};

export type ObjectMeta = {
  name: string;
  generateName?: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  labels?: { [name: string]: string };
  annotations?: { [name: string]: string };
  ownerReferences?: OwnerReference[];
  managedFields?: ManagedFields[];
};

/** Any object of the API. */
export type KubeObject = {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  spec?: JsonObject;
  status?: JsonObject;
  [field: string]: Json | undefined;
};

export type Container = {
  name: string;
  image: string;
  env?: { name: string; value?: string; valueFrom?: JsonObject }[];
  [field: string]: Json | undefined;
};

export type PodTemplate = {
  metadata: {
    labels: { [name: string]: string };
    annotations?: { [name: string]: string };
  };
  spec: { containers: Container[]; [field: string]: Json | undefined };
};

export type Condition = {
  type: string;
  status: string;
  reason: string;
  message: string;
  lastUpdateTime: string;
  lastTransitionTime: string;
};

export type DeploymentSpec = {
  replicas: number;
  selector: { matchLabels: { [name: string]: string } };
  template: PodTemplate;
  strategy: {
    type: string;
    rollingUpdate?: {
      maxSurge: number | string;
      maxUnavailable: number | string;
    };
  };
  minReadySeconds?: number;
  revisionHistoryLimit: number;
  progressDeadlineSeconds: number;
  paused?: boolean;
};

export type DeploymentStatus = {
  observedGeneration?: number;
  replicas?: number;
  updatedReplicas?: number;
  readyReplicas?: number;
  availableReplicas?: number;
  unavailableReplicas?: number;
  conditions?: Condition[];
};

export type Deployment = KubeObject & {
  spec: DeploymentSpec;
  status: DeploymentStatus;
};

export type ReplicaSet = KubeObject & {
  spec: {
    replicas: number;
    selector: { matchLabels: { [name: string]: string } };
    template: PodTemplate;
  };
  status: {
    replicas: number;
    readyReplicas?: number;
    availableReplicas?: number;
    observedGeneration?: number;
  };
};

export type Pod = KubeObject & {
  spec: PodTemplate['spec'];
  status: JsonObject & { phase: string; conditions?: Condition[] };
};

/** RFC 3339 with seconds, as the API has it. */
export function timestamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

export function asObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}
