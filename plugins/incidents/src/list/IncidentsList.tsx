import { useUrlState } from '@ghostlight/reliability-react';
import { DeclareButton } from '../declare';
import { Filters } from './Filters';
import { Headline } from './Headline';
import { IncidentTable } from './IncidentTable';
import { listUrl } from './listUrl';
import { SavedViews } from './SavedViews';
import classes from './list.module.css';

/** Every incident that the reader may see, the worst open ones first unless asked otherwise. */
export function IncidentsList() {
  const [url, setUrl] = useUrlState(listUrl);
  return (
    <div className={classes.page}>
      <div className={classes.top}>
        <Headline />
        <div className={classes.line}>
          <DeclareButton variant="primary" />
        </div>
      </div>
      <SavedViews />
      <Filters url={url} setUrl={setUrl} />
      <IncidentTable url={url} setUrl={setUrl} />
    </div>
  );
}
