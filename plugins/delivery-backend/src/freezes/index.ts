export {
  readConfiguredFreezes,
  type ConfiguredFreeze,
} from './ConfiguredFreeze';
export { FreezeCalendar, type FreezeSubject } from './FreezeCalendar';
