import { lazy, Suspense } from 'react';

const RunbookOfPage = lazy(() =>
  import('./RunbookOfPage').then(m => ({ default: m.RunbookOfPage })),
);

/** Loaded once somebody reads documentation. */
export function LazyRunbookOfPage() {
  return (
    <Suspense fallback={null}>
      <RunbookOfPage />
    </Suspense>
  );
}
