/**
 * Clusters, their client and careful changes of their objects, for the modules that speak to Kubernetes.
 *
 * @packageDocumentation
 */
export * from './client';
export * from './clusters';
export * from './changes';
