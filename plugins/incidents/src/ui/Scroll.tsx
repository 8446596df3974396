import type { ReactNode } from 'react';
import classes from './ui.module.css';

/** What scrolls must be reachable by keyboard, though it does nothing else. */
const REACHABLE = { tabIndex: 0 } as const;

/** Wide contents without links or buttons, to be scrolled where there is little room. */
export function Scroll(props: { label: string; children: ReactNode }) {
  return (
    <div
      {...REACHABLE}
      role="group"
      aria-label={props.label}
      className={classes.scroll}
    >
      {props.children}
    </div>
  );
}
