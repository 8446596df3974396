/** Where a runbook is read; a ref has `:` for `/` there. */
export function runbookPage(ref: string): string {
  const path = encodeURIComponent(ref.replace('/', ':')).replaceAll('%3A', ':');
  return `/runbooks/${path}`;
}

/** Where a person sees what a run would do, and can begin it. */
export function planPage(
  ref: string,
  target: { entityRef?: string; environment: string; incidentId?: string },
): string {
  const { entityRef, environment, incidentId } = target;
  const query = new URLSearchParams({
    ...(entityRef && { entity: entityRef }),
    environment,
    ...(incidentId && { incident: incidentId }),
  });
  return `${runbookPage(ref)}/run?${query}`;
}
