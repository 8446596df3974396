import { LoadingState } from '@ghostlight/reliability-react';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { PageTabs } from './PageTabs';
import classes from './shell.module.css';

const AllRunbooks = lazy(() =>
  import('../org/AllRunbooks').then(m => ({ default: m.AllRunbooks })),
);
const RunbookPage = lazy(() =>
  import('../runbook/RunbookPage').then(m => ({ default: m.RunbookPage })),
);
const PlanPage = lazy(() =>
  import('../plan/PlanPage').then(m => ({ default: m.PlanPage })),
);
const RunsPage = lazy(() =>
  import('../runs/RunsPage').then(m => ({ default: m.RunsPage })),
);
const RunPage = lazy(() =>
  import('../run/RunPage').then(m => ({ default: m.RunPage })),
);
const ActionsPage = lazy(() =>
  import('../actions/ActionsPage').then(m => ({ default: m.ActionsPage })),
);
const RemediationPage = lazy(() =>
  import('../remediation/RemediationPage').then(m => ({
    default: m.RemediationPage,
  })),
);
const PolicyPage = lazy(() =>
  import('../remediation/PolicyPage').then(m => ({ default: m.PolicyPage })),
);
const AttemptPage = lazy(() =>
  import('../remediation/AttemptPage').then(m => ({ default: m.AttemptPage })),
);
const ApprovalsPage = lazy(() =>
  import('../approvals/ApprovalsPage').then(m => ({
    default: m.ApprovalsPage,
  })),
);
const ExperimentsPage = lazy(() =>
  import('../experiments/ExperimentsPage').then(m => ({
    default: m.ExperimentsPage,
  })),
);
const ExperimentPage = lazy(() =>
  import('../experiments/ExperimentPage').then(m => ({
    default: m.ExperimentPage,
  })),
);

/** All pages of the family, under the tabs that lead to them. */
export function RunbooksPages() {
  return (
    <div className={classes.page}>
      <PageTabs />
      <Suspense fallback={<LoadingState lines={4} />}>
        <Routes>
          <Route index element={<AllRunbooks />} />
          <Route path="runs" element={<RunsPage />} />
          <Route path="runs/:id" element={<RunPage />} />
          <Route path="actions" element={<ActionsPage />} />
          <Route path="remediation" element={<RemediationPage />} />
          <Route path="remediation/policies/:policy" element={<PolicyPage />} />
          <Route path="remediation/attempts/:id" element={<AttemptPage />} />
          <Route path="approvals" element={<ApprovalsPage />} />
          <Route path="experiments" element={<ExperimentsPage />} />
          <Route path="experiments/:experiment" element={<ExperimentPage />} />
          <Route path=":runbook" element={<RunbookPage />} />
          <Route path=":runbook/run" element={<PlanPage />} />
        </Routes>
      </Suspense>
    </div>
  );
}
