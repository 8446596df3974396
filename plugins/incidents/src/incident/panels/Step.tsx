import { uiClasses } from '@ghostlight/reliability-react';
import type { ReactNode } from 'react';
import classes from './panels.module.css';

/** One of the next acts: whether it is done, and what does it. */
export function Step(props: {
  title: string;
  isDone: boolean;
  note?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <li className={classes.step} data-done={props.isDone || undefined}>
      <span className={classes.mark} aria-hidden="true">
        {props.isDone ? '✓' : '○'}
      </span>
      <span>
        {props.title}
        {props.note && <span className={uiClasses.muted}> {props.note}</span>}
      </span>
      <span className={uiClasses.row}>{props.children}</span>
    </li>
  );
}
