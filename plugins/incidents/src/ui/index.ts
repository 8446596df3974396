export { Choice } from './Choice';
export { ConfirmDialog } from './ConfirmDialog';
export { EntitySelect } from './EntitySelect';
export { Markdown } from './Markdown';
export { More, Panel } from './Panel';
export { Scroll } from './Scroll';
export { SelectBox } from './SelectBox';
