export type { IncidentAnnouncer, IncidentNews } from './IncidentAnnouncer';
export { incidentsSignal, incidentsTopic } from './broadcasting/broadcasts';
export { Notifier, outboxOptionsOf, type NotifierOptions } from './Notifier';
export type { ListNotificationsRequest } from './log/listNotifications';
