import type { AnalysisAction } from '@ghostlight/plugin-incidents-common';
import classes from '../triage.module.css';

/** The parameters of an action, as text. */
export function ActionInput({ input }: { input: AnalysisAction['input'] }) {
  const entries = Object.entries(input);
  if (entries.length === 0) return null;
  return (
    <dl className={classes.facts}>
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={classes.untrusted}>
            {typeof value === 'string' ? value : JSON.stringify(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
