import { ReactNode } from 'react';
import { CodeBlock } from './CodeBlock';
import classes from './state.module.css';

/** The next step is this text, so all of it is shown where there is room. */
const EXAMPLE_HEIGHT = 900;

/**
 * Properties of {@link EmptyState}.
 *
 * @public
 */
export interface EmptyStateProps {
  /** One sentence: what is missing. “No objectives yet.” */
  sentence: string;
  /** The next step, in words. */
  next?: ReactNode;
  /** The exact text to add, copyable; it scrolls after `maxHeight` pixels (900). */
  example?: { title: string; code: string; maxHeight?: number };
  /** Buttons and links. */
  actions?: ReactNode;
}

/**
 * Missing data as a sentence with the next step; never an empty box.
 *
 * @public
 */
export function EmptyState(props: EmptyStateProps) {
  const { sentence, next, example, actions } = props;
  return (
    <div className={classes.state}>
      <p className={classes.sentence}>{sentence}</p>
      {next && <div className={classes.next}>{next}</div>}
      {example && (
        <CodeBlock
          title={example.title}
          code={example.code}
          maxHeight={example.maxHeight ?? EXAMPLE_HEIGHT}
        />
      )}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
