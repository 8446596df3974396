export { appendMessages } from './appendMessages';
export { claimDue } from './claimDue';
export { dueTopics } from './dueTopics';
export type { OutboxRow } from './OutboxRow';
export { settleClaim, type Settled } from './settleClaim';
export { thinOutbox } from './thinOutbox';
