import { useEffect, useRef, type ReactNode } from 'react';
import classes from './alerts.module.css';

/**
 * What was opened beside the list it comes from. It takes the focus when it opens, Escape closes it,
 * and the focus goes back to where it was.
 */
export function Beside(props: {
  /** What is open; nothing when empty. */
  open: string;
  /** Names it, for assistive technology. */
  label: string;
  onClose(): void;
  list: ReactNode;
  children: ReactNode;
}) {
  const { open, label, list, children } = props;
  const drawer = useRef<HTMLElement>(null);
  const close = useRef(props.onClose);
  close.current = props.onClose;
  // What a link opens with the page leaves the focus where it is.
  const opened = useRef(open);
  useEffect(() => {
    const element = drawer.current;
    const isNew = open !== opened.current;
    opened.current = open;
    if (!open || !element) return undefined;
    const before = document.activeElement;
    if (isNew) element.focus({ preventScroll: true });
    // The element itself listens: keys of a dialog opened from here are the dialog's.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close.current();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => {
      element.removeEventListener('keydown', onKeyDown);
      if (isNew && before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, [open]);
  return (
    <div className={classes.beside} data-open={open ? true : undefined}>
      <div className={classes.wrap}>{list}</div>
      {open && (
        <aside
          ref={drawer}
          aria-label={label}
          tabIndex={-1}
          className={classes.drawer}
        >
          {children}
        </aside>
      )}
    </div>
  );
}
