export * from './SourceRunner';
export * from './listSources';
