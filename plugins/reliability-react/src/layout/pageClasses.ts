import classes from './page.module.css';

/**
 * CSS classes that pages of lists share: `page` with its first `sentence` and `counts`; `filters` (in it
 * `push` and `button`), `dates`, `links`, `line`; in tables `two` lines in a cell, `wrap` and `code`.
 *
 * @public
 */
export const pageClasses: { readonly [name: string]: string } = classes;
