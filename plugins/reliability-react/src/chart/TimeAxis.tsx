import { useFormats } from '../texts/useTexts';
import { Plot } from './plot';
import classes from './chart.module.css';

const DAY = 86_400;
/** Pixels between two labels. */
const LEAST_APART = 56;

/** Time along the bottom, in the reader's zone. */
export function TimeAxis(props: { plot: Plot }) {
  const { plot } = props;
  const format = useFormats();
  const span = plot.range.to - plot.range.from;
  const ticks = apart(
    plot.time.ticks(Math.max(2, Math.floor((plot.right - plot.left) / 92))),
    plot,
  );
  return (
    <g className={classes.axis} aria-hidden="true">
      <line
        x1={plot.left}
        x2={plot.right}
        y1={plot.bottom}
        y2={plot.bottom}
        className={classes.baseline}
      />
      {ticks.map(tick => {
        const at = tick.getTime() / 1000;
        const midnight = tick.getHours() === 0 && tick.getMinutes() === 0;
        const style = span > 3 * DAY || midnight ? 'date' : 'time';
        const x = plot.x(at);
        return (
          <g key={at} transform={`translate(${x} ${plot.bottom})`}>
            <line y2={4} className={classes.baseline} />
            <text
              y={16}
              textAnchor={anchorOf(x, plot)}
              className={classes.tick}
            >
              {format.time(at, style)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Ticks every other day stumble at the end of a month: too close ones go. */
function apart(ticks: Date[], plot: Plot): Date[] {
  const kept: Date[] = [];
  for (const tick of ticks) {
    const last = kept[kept.length - 1];
    if (!last || plot.time(tick) - plot.time(last) >= LEAST_APART) {
      kept.push(tick);
    }
  }
  return kept;
}

function anchorOf(x: number, plot: Plot): 'start' | 'middle' | 'end' {
  if (plot.right - x < 8) {
    return 'end';
  }
  return x - plot.left < 8 ? 'start' : 'middle';
}

/** Horizontal lines with their values at the left. */
export function ValueAxis(props: {
  plot: Plot;
  ticks: ReadonlyArray<{ y: number; text: string; strong?: boolean }>;
}) {
  const { plot, ticks } = props;
  return (
    <g className={classes.axis} aria-hidden="true">
      {ticks.map(tick => (
        <g key={`${tick.y} ${tick.text}`}>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={tick.y}
            y2={tick.y}
            className={tick.strong ? classes.baseline : classes.gridline}
          />
          <text
            x={plot.left - 8}
            y={tick.y}
            dy="0.32em"
            textAnchor="end"
            className={classes.tick}
          >
            {tick.text}
          </text>
        </g>
      ))}
    </g>
  );
}
