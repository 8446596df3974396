import type { ReactNode } from 'react';
import { KEYBOARD_SCROLL } from '../state/keyboardScroll';
import classes from './layout.module.css';

/**
 * Wide contents without links or buttons, to be scrolled where there is little room.
 *
 * @public
 */
export function Scroll(props: {
  /** Names the contents, for assistive technology. */
  label: string;
  children: ReactNode;
}) {
  return (
    <div
      {...KEYBOARD_SCROLL}
      role="group"
      aria-label={props.label}
      className={classes.scroll}
    >
      {props.children}
    </div>
  );
}
