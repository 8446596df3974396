/** Page of the portal on which a rollback is planned and applied. */
export function planPage(entityRef: string, environment: string): string {
  return `/delivery/rollback?${new URLSearchParams({
    entityRef,
    environment,
  })}`;
}
