export * from './belongingOf';
export * from './CatalogIndex';
