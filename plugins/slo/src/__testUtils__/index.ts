export { FakePortal } from './FakePortal';
export * from './objectives';
export { entities, signalsOf, testWorld } from './world';
