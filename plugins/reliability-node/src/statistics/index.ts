export * from './medianInterval';
export * from './shareInterval';
export * from './countInterval';
