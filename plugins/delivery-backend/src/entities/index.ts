export * from './EntityIndex';
export * from './followCatalog';
