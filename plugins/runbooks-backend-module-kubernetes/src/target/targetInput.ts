import { z } from 'zod';

/** Names of objects; also keeps dots alone out of addresses. */
export const objectName = z
  .string()
  .max(253)
  .regex(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/);

const clusterName = z.string().max(63);

/** Where; what is left out is taken from the entity and the environment. */
export const placeInput = {
  cluster: clusterName
    .optional()
    .describe('Default: the cluster of the environment'),
  namespace: objectName
    .optional()
    .describe('Default: the namespace of the entity'),
};

/** Which Deployment; the entity's when nothing is said. */
export const deploymentInput = {
  ...placeInput,
  name: objectName
    .optional()
    .describe('Of a Deployment. Default: the one of the entity'),
  selector: z
    .string()
    .max(500)
    .optional()
    .describe('Label selector that finds one Deployment: app=payments'),
};

export interface PlaceInput {
  cluster?: string;
  namespace?: string;
}

export interface DeploymentInput extends PlaceInput {
  name?: string;
  selector?: string;
}

/** What has become of a place: pinned. */
export const pinnedPlace = {
  cluster: clusterName,
  namespace: z.string(),
  name: z.string(),
  uid: z.string(),
};
