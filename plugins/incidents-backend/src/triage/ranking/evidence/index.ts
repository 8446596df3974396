export { bookOf } from './bookOf';
export { EvidenceBook } from './EvidenceBook';
