import { Link } from '@backstage/ui';
import { useTexts } from '../texts/useTexts';
import { TONE_COLOUR } from '../status/status';
import { Plot } from './plot';
import { ChartMark } from './types';
import classes from './chart.module.css';

/** ▲ for a change, ■ for an incident. */
export function MarkShape(props: { kind: ChartMark['kind'] }) {
  const incident = props.kind === 'incident';
  return (
    <svg
      width={12}
      height={12}
      viewBox="0 0 12 12"
      aria-hidden="true"
      style={{
        display: 'block',
        flex: 'none',
        color: incident ? TONE_COLOUR.negative : TONE_COLOUR.accent,
      }}
    >
      <path
        d={incident ? 'M1.5 1.5h9v9h-9z' : 'M6 1 11.2 10.6H0.8z'}
        fill="currentColor"
        stroke="var(--bui-bg-neutral-1, #fff)"
        strokeWidth={2}
        paintOrder="stroke"
      />
    </svg>
  );
}

const SIZE = 16;
const LEVELS = 3;

/** Marks at almost the same time are stacked instead of hidden by each other. */
export function placeMarks(plot: Plot, marks: readonly ChartMark[]) {
  const last: number[] = [];
  return marks
    .filter(mark => mark.at >= plot.range.from && mark.at <= plot.range.to)
    .sort((a, b) => a.at - b.at)
    .map(mark => {
      const x = plot.x(mark.at);
      const free = Array.from({ length: LEVELS }, (_, level) => level).find(
        level => last[level] === undefined || x - last[level] >= SIZE,
      );
      const level = free ?? LEVELS - 1;
      last[level] = x;
      return { mark, x, y: plot.bottom - 13 - level * SIZE };
    });
}

/** Marks above the time axis. Each can be focused, read and, with a link, opened. */
export function PlotMarks(props: {
  plot: Plot;
  marks: readonly ChartMark[];
  onActive: (mark: ChartMark | undefined) => void;
}) {
  const { plot, marks, onActive } = props;
  const { t, format } = useTexts();
  return (
    <>
      {placeMarks(plot, marks).map(({ mark, x, y }) => {
        const kind = t(
          mark.kind === 'change' ? 'chart.change' : 'chart.incidentMark',
        );
        const label = `${kind}: ${mark.label}, ${format.time(mark.at)}`;
        const handlers = {
          onFocus: () => onActive(mark),
          onBlur: () => onActive(undefined),
        };
        return (
          <span
            key={mark.id}
            className={classes.mark}
            style={{ left: x, top: y }}
            onPointerEnter={() => onActive(mark)}
            onPointerLeave={() => onActive(undefined)}
            onPointerDown={event => event.stopPropagation()}
          >
            {mark.href ? (
              <Link
                href={mark.href}
                aria-label={label}
                data-mark
                className={classes.markControl}
                {...handlers}
              >
                <MarkShape kind={mark.kind} />
              </Link>
            ) : (
              <button
                type="button"
                aria-label={label}
                data-mark
                className={classes.markControl}
                {...handlers}
              >
                <MarkShape kind={mark.kind} />
              </button>
            )}
          </span>
        );
      })}
    </>
  );
}
