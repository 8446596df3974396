import { LoadingState } from '@ghostlight/reliability-react';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { PageTabs } from './PageTabs';
import classes from './shell.module.css';

const OverviewPage = lazy(() =>
  import('../org/OverviewPage').then(m => ({ default: m.OverviewPage })),
);
const ChangesPage = lazy(() =>
  import('../changes/ChangesPage').then(m => ({ default: m.ChangesPage })),
);
const ChangePage = lazy(() =>
  import('../changes/ChangePage').then(m => ({ default: m.ChangePage })),
);
const PlanPage = lazy(() =>
  import('../plan/PlanPage').then(m => ({ default: m.PlanPage })),
);
const StoredPlanPage = lazy(() =>
  import('../plan/StoredPlanPage').then(m => ({ default: m.StoredPlanPage })),
);
const RollbacksPage = lazy(() =>
  import('../rollback/RollbacksPage').then(m => ({ default: m.RollbacksPage })),
);
const RollbackPage = lazy(() =>
  import('../rollback/RollbackPage').then(m => ({ default: m.RollbackPage })),
);
const FreezesPage = lazy(() =>
  import('../freezes/FreezesPage').then(m => ({ default: m.FreezesPage })),
);
const DoraPage = lazy(() =>
  import('../dora/DoraPage').then(m => ({ default: m.DoraPage })),
);
const SourcesPage = lazy(() =>
  import('../sources/SourcesPage').then(m => ({ default: m.SourcesPage })),
);

/** All pages of the family, under the tabs that lead to them. */
export function DeliveryPages() {
  return (
    <div className={classes.page}>
      <PageTabs />
      <Suspense fallback={<LoadingState lines={4} />}>
        <Routes>
          <Route index element={<OverviewPage />} />
          <Route path="changes" element={<ChangesPage />} />
          <Route path="changes/:id" element={<ChangePage />} />
          <Route path="rollback" element={<PlanPage />} />
          <Route path="plans/:id" element={<StoredPlanPage />} />
          <Route path="rollbacks" element={<RollbacksPage />} />
          <Route path="rollbacks/:id" element={<RollbackPage />} />
          <Route path="freezes" element={<FreezesPage />} />
          <Route path="dora" element={<DoraPage />} />
          <Route path="sources" element={<SourcesPage />} />
        </Routes>
      </Suspense>
    </div>
  );
}
