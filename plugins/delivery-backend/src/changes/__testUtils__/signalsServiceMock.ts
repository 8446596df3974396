import type { SignalsService } from '@backstage/plugin-signals-node';

/** Signals that go nowhere but into a list. */
export function signalsServiceMock() {
  const published: unknown[] = [];
  const signals: SignalsService = {
    publish: async signal => {
      published.push(signal);
    },
  };
  return { signals, published };
}
