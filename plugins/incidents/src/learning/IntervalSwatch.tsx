import classes from './learning.module.css';

/** The median's line with its interval. */
export function IntervalSwatch() {
  return (
    <svg width={18} height={12} viewBox="0 0 18 12">
      <line x1={1} x2={17} y1={4} y2={4} className={classes.interval} />
      <line x1={9} x2={9} y1={0} y2={12} className={classes.median} />
    </svg>
  );
}
