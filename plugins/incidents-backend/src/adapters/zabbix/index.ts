export { zabbixAdapter } from './zabbixAdapter';
