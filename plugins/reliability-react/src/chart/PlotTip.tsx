import { Plot } from './plot';
import classes from './chart.module.css';

/** The crosshair's box; on the side of it that has room. */
export function PlotTip(props: {
  plot: Plot;
  x: number;
  title: string;
  lines: readonly string[];
}) {
  const { plot, x, title, lines } = props;
  const before = x > plot.width / 2;
  return (
    <div
      className={classes.tip}
      aria-hidden="true"
      style={{
        top: plot.top,
        left: before ? undefined : x + 10,
        right: before ? plot.width - x + 10 : undefined,
      }}
    >
      <div className={classes.tipTitle}>{title}</div>
      {lines.map(line => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}
