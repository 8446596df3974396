/** Entre los runbooks y TechDocs. */
export const docs = {
  'docs.is': 'Esta página es el runbook',
  'docs.open': 'ábralo',
  'docs.read': 'Leer en TechDocs',
};
