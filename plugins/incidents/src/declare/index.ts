export { DeclareButton } from './DeclareButton';
export { DeclareDialog } from './DeclareDialog';
