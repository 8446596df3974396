/** Whether a document of the search index is ours to show. */
export function isIncidentResult({ type }: { type: string }): boolean {
  return type === 'incidents' || type === 'postmortems';
}
