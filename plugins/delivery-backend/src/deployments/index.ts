export * from './SpentKeeper';
