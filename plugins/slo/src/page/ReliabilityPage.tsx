import { useUrlState } from '@ghostlight/reliability-react';
import { useSloText } from '../translation';
import { Filters } from './Filters';
import { GroupTable } from './GroupTable';
import { Headline } from './Headline';
import { ObjectiveTable } from './ObjectiveTable';
import { reliabilityUrl } from './reliabilityUrl';
import classes from './page.module.css';

const views = [
  { id: 'objectives', label: 'page.viewObjectives' },
  { id: 'owner', label: 'page.viewOwner' },
  { id: 'system', label: 'page.viewSystem' },
  { id: 'domain', label: 'page.viewDomain' },
] as const;

/** Every objective of the organisation the reader may see. */
export function ReliabilityPage() {
  const t = useSloText();
  const [url, setUrl] = useUrlState(reliabilityUrl);
  const { view } = url;

  const openGroup = (ref: string) => {
    const chosen = { team: [], system: [], domain: [] };
    const narrowed = {
      owner: { ...chosen, team: [ref] },
      system: { ...chosen, system: [ref] },
      domain: { ...chosen, domain: [ref] },
      objectives: chosen,
    };
    setUrl({ ...narrowed[view], view: 'objectives' }, { push: true });
  };

  return (
    <div className={classes.page}>
      <Headline />
      <div className={classes.views} role="group" aria-label={t('page.view')}>
        {views.map(each => (
          <button
            key={each.id}
            type="button"
            className={classes.view}
            aria-pressed={each.id === view}
            onClick={() => setUrl({ view: each.id }, { push: true })}
          >
            {t(each.label)}
          </button>
        ))}
      </div>
      {view === 'objectives' ? (
        <>
          <Filters url={url} setUrl={setUrl} />
          <ObjectiveTable url={url} setUrl={setUrl} />
        </>
      ) : (
        <GroupTable by={view} onOpen={openGroup} />
      )}
    </div>
  );
}
