import { quick } from '../shared/quick';

/** Entities of the catalog. */
export const entities = quick ? 1_000 : 10_000;

/** Alerts a minute, one after the other. */
export const perMinute = 1_000;
/** For so long, while their way to an incident is timed. */
export const flowSeconds = quick ? 6 : 120;

/** Alerts that are open while the processor time of the next ones is measured. */
export const openSizes = quick ? [100, 1_000, 3_000] : [1_000, 10_000, 100_000];
/** Alerts of another database that compile the code first. */
export const warmUpAlerts = quick ? 1_000 : 5_000;
/** Alerts measured at each size. */
export const measuredAlerts = quick ? 200 : 2_000;

/** What the API has to look through. */
export const openAlerts = quick ? 2_000 : 100_000;
export const incidents = quick ? 1_000 : 50_000;

/** Alerts of the recording that is replayed. */
export const recordedAlerts = quick ? 10_000 : 1_000_000;

/** Megabytes that the product may take. */
export const mostMemory = 500;
