export * from './IncidentRules';
