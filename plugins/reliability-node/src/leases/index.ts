export type { Lease } from './Lease';
export { LeaseLostError } from './LeaseLostError';
export { Leases, type HeldLease, type LeasesOptions } from './Leases';
export type { LeasedWork, LeasedWorkOutcome } from './withLease';
export { runEvery } from './runEvery';
