import { observeElementRect } from '@tanstack/react-virtual';

const UNKNOWN = { width: 800, height: 600 };

/** As the virtualizer does, but an element without a size yet is taken to have one. */
export const observeHeight: typeof observeElementRect = (instance, notify) =>
  observeElementRect(instance, rect =>
    notify(rect.height > 0 ? rect : UNKNOWN),
  );
