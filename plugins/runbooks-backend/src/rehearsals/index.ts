export * from './createRehearsalHandler';
export * from './recordRehearsal';
export type * from './RehearsalContext';
export * from './simulatePolicy';
export * from './startRehearsal';
