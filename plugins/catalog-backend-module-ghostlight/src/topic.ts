/**
 * Topic of the events that say “a document has changed, look now”; the payload is `{ ref }`.
 *
 * Events may be lost, and a removal is not announced: followers also look from time to time.
 *
 * @public
 */
export const DOCUMENTS_TOPIC = 'ghostlight.documents';
