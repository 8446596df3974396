import type { Example } from '../../__testUtils__/Example';

export const problem = {
  event_id: '90117',
  event_value: '1',
  event_update_status: '0',
  event_name: 'Disk of pay-db-1 is almost full',
  trigger_id: '20042',
  trigger_name: 'Disk of {HOST.NAME} is almost full',
  trigger_description: 'Less than 5 % is free.',
  severity: '4',
  host: 'pay-db-1',
  host_ip: '10.0.4.7',
  host_groups: 'Databases',
  tags: '[{"tag":"service","value":"payments-db"},{"tag":"env","value":"prod"},{"tag":"urgent","value":""}]',
  opdata: 'free: 3 %',
  message: 'Problem started',
  started_at: '1795255800',
  recovered_at: '{EVENT.RECOVERY.DATE}',
  recovery_id: '{EVENT.RECOVERY.ID}',
  zabbix_url: 'https://zabbix.example/',
};

export const recovery = {
  ...problem,
  event_value: '0',
  recovery_id: '90131',
  recovered_at: '1795256400',
};

export const examples: Example[] = [
  {
    title: 'problems and recoveries',
    items: [],
    body: [
      problem,
      { ...problem, event_id: 90118, severity: '5', tags: '' },
      { ...problem, event_update_status: '1' },
      recovery,
    ],
  },
];
