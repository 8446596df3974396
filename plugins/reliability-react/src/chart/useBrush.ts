import { PointerEvent, useRef, useState } from 'react';
import { Plot } from './plot';
import { ChartRange } from './types';

const LEAST_PIXELS = 6;

/**
 * Dragging over the plot selects a time to zoom into. A shorter drag is a
 * click and selects nothing.
 */
export function useBrush(
  plot: Plot,
  onSelect: ((range: ChartRange) => void) | undefined,
) {
  const start = useRef<number>();
  const [brush, setBrush] = useState<{ from: number; to: number }>();

  const inside = (x: number) => Math.min(plot.right, Math.max(plot.left, x));

  return {
    /** Pixels, while dragging. */
    brush,
    begin(event: PointerEvent, x: number) {
      if (!onSelect || event.button !== 0 || x < plot.left || x > plot.right) {
        return;
      }
      start.current = x;
      event.currentTarget.setPointerCapture?.(event.pointerId);
    },
    move(x: number) {
      if (start.current === undefined) {
        return;
      }
      const [from, to] = [start.current, inside(x)].sort((a, b) => a - b);
      setBrush(to - from >= LEAST_PIXELS ? { from, to } : undefined);
    },
    end() {
      start.current = undefined;
      if (brush) {
        onSelect?.({
          from: Math.round(plot.at(brush.from)),
          to: Math.round(plot.at(brush.to)),
        });
      }
      setBrush(undefined);
    },
    cancel() {
      start.current = undefined;
      setBrush(undefined);
    },
  };
}
