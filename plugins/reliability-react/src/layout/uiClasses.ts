import classes from './layout.module.css';

/**
 * CSS classes that screens share: one rhythm of 4 px, numbers in columns, no decoration. Text: `muted`,
 * `plain`, `number`, `truncate`; groups: `row`, `list`, `bullets`, `table` (with `end` for numbers);
 * fields: `field`, `input`.
 *
 * @public
 */
export const uiClasses: { readonly [name: string]: string } = classes;
