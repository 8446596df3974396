import { Box } from '@backstage/ui';
import { useId, type ReactNode } from 'react';
import classes from './layout.module.css';

/**
 * Properties of {@link Panel}.
 *
 * @public
 */
export interface PanelProps {
  /** Its heading, and its name for assistive technology. */
  title: string;
  /** What stands at the end of the title's line. */
  aside?: ReactNode;
  /** Of the heading. Default 3. */
  level?: 2 | 3;
  /** Its contents. */
  children: ReactNode;
}

/**
 * A titled part of a screen.
 *
 * @public
 */
export function Panel(props: PanelProps) {
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

/**
 * More of a panel, shown when asked for.
 *
 * @public
 */
export function More(props: {
  /** What is pressed to see it. */
  summary: ReactNode;
  /** Whether it is seen from the start. Default false. */
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className={classes.more} open={props.open}>
      <summary>{props.summary}</summary>
      {props.children}
    </details>
  );
}
