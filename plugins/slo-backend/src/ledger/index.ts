export { Ledger, type LedgerOptions, type WriteOptions } from './Ledger';
export type { RecordItem, RecordResult } from './recordChunk';
export type { RejectedSample } from './checkSamples';
export { defaultRetention, type Retention } from './Retention';
export { timeSliceOf } from './TimeSlice';
export { sumsBetween, type Totals } from './Totals';
