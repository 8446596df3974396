export * from './listApprovals';
