/** Measures the scale in a process of its own, so that memory is that of correlation. */
import { measureScale } from './measureScale';

/** What it is told. */
export interface ScaleRequest {
  sizes: number[];
}

process.on('message', ({ sizes }: ScaleRequest) => {
  process.send?.({ type: 'answer', scales: measureScale({ sizes }) }, () =>
    process.disconnect(),
  );
});
