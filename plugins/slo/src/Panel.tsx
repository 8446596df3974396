import { Box } from '@ghostlight/reliability-react';
import { useId, type ReactNode } from 'react';
import classes from './slo.module.css';

/** A titled part of a screen. */
export function Panel(props: {
  title: string;
  /** What stands at the end of the title's line. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Box
      as="section"
      bg="neutral"
      className={classes.panel}
      aria-labelledby={id}
    >
      <div className={classes.panelHead}>
        <h3 id={id} className={classes.panelTitle}>
          {props.title}
        </h3>
        {props.aside}
      </div>
      {props.children}
    </Box>
  );
}

/** More of a panel, shown when asked for. */
export function More(props: { summary: string; children: ReactNode }) {
  return (
    <details className={classes.more}>
      <summary>{props.summary}</summary>
      {props.children}
    </details>
  );
}

/** The ground that a chart stands on; the chart brings its title. */
export function Plot({ children }: { children: ReactNode }) {
  return (
    <Box bg="neutral" className={classes.panel}>
      {children}
    </Box>
  );
}
