import {
  FocusEvent,
  KeyboardEvent,
  RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

const STOPS =
  'a[href], button:not([disabled]), input:not([disabled]), select, [tabindex]';

/**
 * Which row has the focus, by key, so that it follows its row through sorting
 * and refreshing; and the keys that move it.
 */
export function useRowFocus(options: {
  grid: RefObject<HTMLElement>;
  keys: readonly string[];
  /** Rows that Page Up and Down move by. */
  page: () => number;
  scrollTo: (index: number) => void;
  onOpen: (index: number) => void;
}) {
  const { grid, keys, page, scrollTo, onOpen } = options;
  const [active, setActive] = useState({ key: keys[0], index: 0 });
  const indexes = useMemo(
    () => new Map(keys.map((key, index) => [key, index])),
    [keys],
  );
  const activeIndex =
    indexes.get(active.key) ?? Math.min(active.index, keys.length - 1);

  const wanted = useRef(false);
  const inside = useRef(false);
  const rowAt = (index: number) =>
    grid.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);

  useLayoutEffect(() => {
    // Tab goes past the rows, not through every link of every row
    grid.current
      ?.querySelectorAll<HTMLElement>(`[data-index] :is(${STOPS})`)
      .forEach(stop => stop.setAttribute('tabindex', '-1'));

    // the focused row may be gone after a refresh: its place keeps the focus
    const lost =
      inside.current && !grid.current?.contains(document.activeElement);
    if (wanted.current || lost) {
      wanted.current = false;
      rowAt(activeIndex)?.focus({ preventScroll: true });
    }
  });

  const moveTo = (index: number) => {
    const next = Math.min(keys.length - 1, Math.max(0, index));
    if (next < 0) {
      return;
    }
    wanted.current = true;
    setActive({ key: keys[next], index: next });
    scrollTo(next);
  };

  const step = (row: HTMLElement, by: number) => {
    const stops = [row, ...row.querySelectorAll<HTMLElement>(STOPS)];
    const now = stops.indexOf(document.activeElement as HTMLElement);
    stops[Math.min(stops.length - 1, Math.max(0, now + by))]?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[data-index]');
    if (!row || event.altKey || event.metaKey) {
      return;
    }
    const editing = target.closest('input, textarea, select, [role="menu"]');
    const actions: Record<string, () => void> = {
      ArrowDown: () => moveTo(activeIndex + 1),
      ArrowUp: () => moveTo(activeIndex - 1),
      PageDown: () => moveTo(activeIndex + page()),
      PageUp: () => moveTo(activeIndex - page()),
      Home: () => moveTo(0),
      End: () => moveTo(keys.length - 1),
      ArrowRight: () => step(row, 1),
      ArrowLeft: () => step(row, -1),
      ...(target === row && { Enter: () => onOpen(activeIndex) }),
    };
    const action = editing ? undefined : actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  };

  return {
    activeIndex,
    onKeyDown,
    onFocus(event: FocusEvent) {
      inside.current = true;
      const row = (event.target as HTMLElement).closest<HTMLElement>(
        '[data-index]',
      );
      const index = Number(row?.dataset.index);
      if (row && index !== activeIndex && keys[index] !== undefined) {
        setActive({ key: keys[index], index });
      }
    },
    onBlur(event: FocusEvent) {
      if (!event.currentTarget.contains(event.relatedTarget)) {
        inside.current = false;
      }
    },
  };
}
