type Listener = () => void;

const listeners = new Set<Listener>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function tick() {
  now = Date.now();
  listeners.forEach(listener => listener());
}

/**
 * One timer for every relative time on the page, running only while one is
 * shown. Readers compare what they print, so a tick re-renders only the texts
 * that change.
 */
export const clock = {
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    if (!timer) {
      now = Date.now();
      timer = setInterval(tick, 1000);
    }
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) {
        clearInterval(timer);
        timer = undefined;
      }
    };
  },
  /** Epoch milliseconds, at most about a second old. */
  now(): number {
    if (!timer && Math.abs(Date.now() - now) > 1000) {
      now = Date.now();
    }
    return now;
  },
};
