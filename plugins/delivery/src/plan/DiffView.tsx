import { More, Scroll } from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';
import classes from './plan.module.css';

function Line({ line }: { line: string }) {
  if (/^(\+\+\+|---|@@)/.test(line)) {
    return <span className={classes.place}>{line}</span>;
  }
  if (line.startsWith('+')) return <ins className={classes.added}>{line}</ins>;
  if (line.startsWith('-')) {
    return <del className={classes.removed}>{line}</del>;
  }
  return <span>{line}</span>;
}

/** A unified diff; what goes and what comes is marked for assistive technology, too. */
export function DiffView({ diff }: { diff: string }) {
  const t = useDeliveryText();
  const lines = diff.replace(/\n$/, '').split('\n');
  return (
    <More summary={t('plan.fullDiff', { count: lines.length })}>
      <Scroll label={t('plan.diff')}>
        <pre className={classes.diff}>
          {lines.map((line, index) => (
            <code key={index} className={classes.line}>
              <Line line={line} />
            </code>
          ))}
        </pre>
      </Scroll>
    </More>
  );
}
