export { Rehearse } from './Rehearse';
