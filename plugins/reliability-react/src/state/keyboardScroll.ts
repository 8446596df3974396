/** A region that scrolls must be reachable by keyboard, though it does nothing else. */
export const KEYBOARD_SCROLL = { tabIndex: 0 } as const;
