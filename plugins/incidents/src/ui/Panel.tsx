import { Box } from '@ghostlight/reliability-react';
import { useId, type ReactNode } from 'react';
import classes from './ui.module.css';

/** A titled part of a screen. */
export function Panel(props: {
  title: string;
  /** What stands at the end of the title's line. */
  aside?: ReactNode;
  /** Default 3. */
  level?: 2 | 3;
  children: ReactNode;
}) {
  const id = useId();
  const Heading = props.level === 2 ? 'h2' : 'h3';
  return (
    <Box
      as="section"
      bg="neutral"
      className={classes.panel}
      aria-labelledby={id}
    >
      <div className={classes.panelHead}>
        <Heading id={id} className={classes.panelTitle}>
          {props.title}
        </Heading>
        {props.aside}
      </div>
      {props.children}
    </Box>
  );
}

/** More of a panel, shown when asked for. */
export function More(props: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className={classes.more}>
      <summary>{props.summary}</summary>
      {props.children}
    </details>
  );
}
