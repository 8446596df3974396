import { RefObject, useEffect, useState } from 'react';

type Listener = (width: number) => void;

const listeners = new Map<Element, Listener>();
let observer: ResizeObserver | undefined;

function sharedObserver(): ResizeObserver | undefined {
  if (!observer && typeof ResizeObserver !== 'undefined') {
    observer = new ResizeObserver(entries => {
      for (const entry of entries) {
        listeners.get(entry.target)?.(entry.contentRect.width);
      }
    });
  }
  return observer;
}

/**
 * The width of an element in pixels, from the one observer that all charts of
 * the page share.
 */
export function useWidth(ref: RefObject<Element>, initial: number): number {
  const [width, setWidth] = useState(initial);
  useEffect(() => {
    const element = ref.current;
    const shared = sharedObserver();
    if (!element || !shared) {
      return undefined;
    }
    listeners.set(element, next => next > 0 && setWidth(Math.round(next)));
    shared.observe(element);
    return () => {
      listeners.delete(element);
      shared.unobserve(element);
    };
  }, [ref]);
  return width;
}
