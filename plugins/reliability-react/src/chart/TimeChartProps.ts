import { ReactNode } from 'react';
import { ChartMark, ChartRange } from './types';

/**
 * What all time charts take.
 *
 * @public
 */
export interface TimeChartProps {
  /** Heading of the frame. Default says what the chart shows. */
  title?: string;
  /** Name of what is measured, for the label and the file name. */
  name: string;
  /** The time that is shown. */
  range: ChartRange;
  /** How far zooming out may go. Default `range`. */
  limits?: ChartRange;
  /** What happened, drawn at its time, focusable and readable. */
  marks?: readonly ChartMark[];
  /** Called with what brush or keys zoomed to; undefined resets. Without it the chart does not zoom. */
  onRangeChange?: (range: ChartRange | undefined) => void;
  /** Controls of the frame, such as {@link RangePresets}. */
  tools?: ReactNode;
  /** Height of the plot in pixels. */
  height?: number;
}
