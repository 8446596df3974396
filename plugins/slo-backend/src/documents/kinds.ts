/** Kinds that are followed, as the catalog writes them in refs, by their API group. */
const groups: Record<string, string[]> = {
  'openslo/': [
    'slo',
    'sli',
    'service',
    'datasource',
    'alertpolicy',
    'alertcondition',
    'alertnotificationtarget',
  ],
  'ghostlight.dev/': ['errorbudgetpolicy'],
};

/** Lower-case kinds of all documents that are followed. */
export const documentKinds = Object.values(groups).flat();

/** Whether an entity is one of our documents, and not another product's kind of the same name. */
export function isDocument(entity: {
  apiVersion?: string;
  kind: string;
}): boolean {
  const kind = entity.kind.toLocaleLowerCase('en-US');
  return Object.entries(groups).some(
    ([group, kinds]) =>
      entity.apiVersion?.startsWith(group) && kinds.includes(kind),
  );
}
