export * from './readDocument';
export * from './Rotations';
