import {
  KeyboardEvent,
  PointerEvent,
  ReactNode,
  useId,
  useRef,
  useState,
} from 'react';
import { VisuallyHidden } from '@backstage/ui';
import { useTexts } from '../texts/useTexts';
import { nearest, Plot, plotOf, PlotMargin, visible, zoomAround } from './plot';
import { placeMarks, PlotMarks } from './PlotMarks';
import { PlotTip } from './PlotTip';
import { ChartMark, ChartRange } from './types';
import { useBrush } from './useBrush';
import { useWidth } from './useWidth';
import classes from './chart.module.css';

/** What the crosshair says at one instant. */
export interface Readout {
  title: string;
  lines: string[];
}

export interface PlotSurfaceProps {
  /** What the chart shows, in a sentence; read when the plot gets the focus. */
  label: string;
  range: ChartRange;
  /** How far the keyboard may zoom out. Default the range itself. */
  limits?: ChartRange;
  height: number;
  margin?: Partial<PlotMargin>;
  /** Where the crosshair stops, sorted, epoch seconds. */
  instants: readonly number[];
  readout: (index: number) => Readout;
  marks?: readonly ChartMark[];
  /** Makes the plot zoomable; undefined resets. */
  onRangeChange?: (range: ChartRange | undefined) => void;
  children: (plot: Plot, active: number | undefined) => ReactNode;
}

const LEAST_SECONDS = 600;
const FIRST_WIDTH = 720;

/**
 * The part all time charts share: size, crosshair by pointer and keys, spoken
 * readout, brush and marks. The chart draws itself through `children`.
 */
export function PlotSurface(props: PlotSurfaceProps) {
  const { range, height, instants, readout, marks = [], onRangeChange } = props;
  const { t, format } = useTexts();
  const hintId = useId();
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref, FIRST_WIDTH);
  const plot = plotOf(width, height, range, props.margin);
  const brush = useBrush(plot, onRangeChange);
  const [index, setIndex] = useState<number>();
  const [mark, setMark] = useState<ChartMark>();

  const [first, last] = visible(instants, range);
  const active =
    index !== undefined && index >= first && index <= last ? index : undefined;

  const at = active ?? last;
  const value = last >= first && readout(at);
  const spoken = value
    ? `${value.title}: ${value.lines.join(', ')}`
    : undefined;

  const moveTo = (next: number) => {
    if (last >= first) {
      setIndex(Math.min(last, Math.max(first, next)));
    }
  };

  const zoom = (factor: number) => {
    const centre =
      active === undefined ? (range.from + range.to) / 2 : instants[active];
    onRangeChange?.(
      zoomAround(range, centre, factor, props.limits ?? range, LEAST_SECONDS),
    );
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (
      event.target !== event.currentTarget ||
      event.ctrlKey ||
      event.metaKey
    ) {
      return;
    }
    const stride = event.shiftKey ? 10 : 1;
    const actions: Record<string, () => void> = {
      ArrowLeft: () => moveTo(active === undefined ? at : at - stride),
      ArrowRight: () => moveTo(active === undefined ? at : at + stride),
      PageUp: () => moveTo(at - 10),
      PageDown: () => moveTo(at + 10),
      Home: () => moveTo(first),
      End: () => moveTo(last),
      Escape: () => setIndex(undefined),
      m: () => ref.current?.querySelector<HTMLElement>('[data-mark]')?.focus(),
      ...(onRangeChange && {
        '+': () => zoom(0.5),
        '=': () => zoom(0.5),
        '-': () => zoom(2),
        '0': () => onRangeChange(undefined),
      }),
    };
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  };

  const pixel = (event: PointerEvent) =>
    event.clientX - (ref.current?.getBoundingClientRect().left ?? 0);

  const tip = mark
    ? { x: plot.x(mark.at), title: format.time(mark.at), lines: [mark.label] }
    : active !== undefined && {
        x: plot.x(instants[active]),
        ...readout(active),
      };

  return (
    <div className={classes.plot} ref={ref} style={{ height }}>
      {/* a slider over the instants: its value is what the crosshair reads */}
      <div
        role="slider"
        tabIndex={0}
        aria-label={props.label}
        aria-valuemin={first}
        aria-valuemax={Math.max(first, last)}
        aria-valuenow={Math.max(first, at)}
        aria-valuetext={spoken}
        aria-describedby={hintId}
        className={classes.surface}
        data-zoomable={Boolean(onRangeChange)}
        onKeyDown={onKeyDown}
        onBlur={() => setIndex(undefined)}
        onPointerDown={event => brush.begin(event, pixel(event))}
        onPointerMove={event => {
          setIndex(nearest(instants, plot.at(pixel(event))));
          brush.move(pixel(event));
        }}
        onPointerUp={brush.end}
        onPointerCancel={brush.cancel}
        onPointerLeave={() => setIndex(undefined)}
        onDoubleClick={() => onRangeChange?.(undefined)}
      >
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          aria-hidden="true"
          focusable="false"
          className={classes.svg}
        >
          {props.children(plot, active)}
          {placeMarks(plot, marks).map(({ mark: each, x, y }) => (
            <line
              key={each.id}
              x1={x}
              x2={x}
              y1={plot.top}
              y2={y}
              className={classes.markLine}
            />
          ))}
          {tip && (
            <line
              x1={tip.x}
              x2={tip.x}
              y1={plot.top}
              y2={plot.bottom}
              className={classes.crosshair}
            />
          )}
          {brush.brush && (
            <rect
              x={brush.brush.from}
              width={brush.brush.to - brush.brush.from}
              y={plot.top}
              height={plot.bottom - plot.top}
              className={classes.brush}
            />
          )}
        </svg>
      </div>
      <PlotMarks plot={plot} marks={marks} onActive={setMark} />
      {tip && <PlotTip plot={plot} {...tip} />}
      <VisuallyHidden id={hintId}>{t('chart.keys')}</VisuallyHidden>
    </div>
  );
}
