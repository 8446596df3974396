import { LoadingState } from '@ghostlight/reliability-react';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { PageTabs } from './PageTabs';
import { ToPart } from './ToPart';
import classes from './shell.module.css';

const IncidentsList = lazy(() =>
  import('../list/IncidentsList').then(m => ({ default: m.IncidentsList })),
);
const IncidentPage = lazy(() =>
  import('../incident/IncidentPage').then(m => ({ default: m.IncidentPage })),
);
const AlertsInbox = lazy(() =>
  import('../alerts/AlertsInbox').then(m => ({ default: m.AlertsInbox })),
);
const OncallPage = lazy(() =>
  import('../oncall/OncallPage').then(m => ({ default: m.OncallPage })),
);
const LearningPage = lazy(() =>
  import('../learning/LearningPage').then(m => ({ default: m.LearningPage })),
);
const RecurringPage = lazy(() =>
  import('../triage/recurring/RecurringPage').then(m => ({
    default: m.RecurringPage,
  })),
);
const TriagePage = lazy(() =>
  import('../triage/settings/TriagePage').then(m => ({
    default: m.TriagePage,
  })),
);

/** All pages of the family, under the tabs that lead to them. */
export function IncidentsPages() {
  return (
    <div className={classes.page}>
      <PageTabs />
      <Suspense fallback={<LoadingState lines={4} />}>
        <Routes>
          <Route index element={<IncidentsList />} />
          <Route path="alerts" element={<AlertsInbox />} />
          <Route path="on-call" element={<OncallPage />} />
          <Route path="learning" element={<LearningPage />} />
          <Route path="recurring" element={<RecurringPage />} />
          <Route path="triage" element={<TriagePage />} />
          <Route path=":incidentId" element={<IncidentPage />} />
          <Route path=":incidentId/:part" element={<ToPart />} />
        </Routes>
      </Suspense>
    </div>
  );
}
