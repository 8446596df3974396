import { Choice, useUrlState } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { Notifications } from './Notifications';
import { oncallUrl } from './oncallUrl';
import { Rotations } from './Rotations';
import classes from './oncall.module.css';

const VIEWS = ['rotations', 'notifications'] as const;

/** Who is on call, who will be, who carries how much; and how people are notified. */
export function OncallPage() {
  const t = useIncidentsText();
  const [url, setUrl] = useUrlState(oncallUrl);
  return (
    <div className={classes.page}>
      <Choice
        label={t('oncall.views')}
        options={VIEWS.map(id => ({ id, label: t(`oncall.view_${id}`) }))}
        value={url.view}
        onChange={view => setUrl({ view }, { push: true })}
      />
      {url.view === 'rotations' ? (
        <Rotations url={url} setUrl={setUrl} />
      ) : (
        <Notifications url={url} setUrl={setUrl} />
      )}
    </div>
  );
}
