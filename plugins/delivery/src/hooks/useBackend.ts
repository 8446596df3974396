import { useBackend as useBackendOf } from '@ghostlight/reliability-react';

/** Where pipelines reach the backend of the plugin; empty until it is known. */
export function useBackend(): string {
  return useBackendOf('delivery');
}
