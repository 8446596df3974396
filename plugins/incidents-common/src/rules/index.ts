export * from './IncidentRules';
export * from './RulesFinding';
export * from './defaultIncidentRules';
export * from './parseIncidentRules';
export * from './matches';
