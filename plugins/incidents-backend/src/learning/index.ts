export { importIncidents } from './importIncidents';
export { listDocuments } from './listDocuments';
export { readPostmortem, savePostmortem } from './postmortems';
export { RelatedIndex } from './RelatedIndex';
export { renderPostmortem } from './renderPostmortem';
export { respondersOf } from './respondersOf';
