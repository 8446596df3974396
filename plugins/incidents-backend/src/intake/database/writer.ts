import { randomBytes } from 'node:crypto';

/** Names this process in the counts, so that no two processes wait for each other's row. */
export const writer = randomBytes(6).toString('hex');
