export { indexEntities, indexIncidents, reindexIncidents } from './indexWords';
export { searchIncidents } from './searchIncidents';
export { weekOf } from './weekOf';
export { wordsToFind } from './words';
