export { kubernetesEventsAdapter } from './kubernetesEventsAdapter';
