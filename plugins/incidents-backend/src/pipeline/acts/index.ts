export { listMappings, teachMapping, forgetMapping } from './mappings';
export { listSilences, createSilence, endSilence } from './silences';
export { unsuppressAlert, unsuppressAlerts, resolveAlert } from './alerts';
