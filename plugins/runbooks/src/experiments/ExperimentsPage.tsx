import {
  EmptyState,
  FurtherFailed,
  MoreButton,
  pageClasses,
  Panel,
  QueryBoundary,
  urlField,
  useUrlState,
} from '@ghostlight/reliability-react';
import type { Experiment } from '@ghostlight/plugin-runbooks-common';
import { OneEntity } from '../org/OneEntity';
import { AsOf } from '../states/AsOf';
import { NotAllowed } from '../states/NotAllowed';
import { useRunbooksText } from '../translation';
import { exampleExperiment } from './exampleExperiment';
import { ExperimentItem } from './ExperimentItem';
import { useExperiments } from './useExperiments';
import classes from '../remediation/remediation.module.css';

/** All that a link to the list restores. */
const experimentsUrl = { entity: urlField.text(), owner: urlField.text() };

/** Every experiment: what is believed, what is done to find out, and what came of it. */
export function ExperimentsPage() {
  const t = useRunbooksText();
  const [url, setUrl] = useUrlState(experimentsUrl);
  const pages = useExperiments({
    entityRef: url.entity || undefined,
    owner: url.owner || undefined,
  });
  const isFiltered = url.entity !== '' || url.owner !== '';
  return (
    <div className={classes.page}>
      {pages.data && pages.items.length > 0 && (
        <div className={classes.top}>
          <h2 className={`${classes.sentence} ${classes.heading}`}>
            <Headline experiments={pages.items} total={pages.data.total} />
          </h2>
          <AsOf loadedAt={pages.loadedAt} />
        </div>
      )}
      <div className={pageClasses.filters} role="search">
        <OneEntity
          of="entity"
          value={url.entity}
          onChange={entity => setUrl({ entity })}
        />
        <OneEntity
          of="owner"
          value={url.owner}
          onChange={owner => setUrl({ owner })}
        />
      </div>
      <QueryBoundary
        query={pages}
        what={t('nav.experiments')}
        forbidden={<NotAllowed all />}
        isEmpty={() => pages.items.length === 0 && !pages.hasMore}
        empty={
          isFiltered ? (
            <EmptyState sentence={t('experiments.noMatch')} />
          ) : (
            <EmptyState
              sentence={t('experiments.none')}
              next={t('experiments.noneNext')}
              example={{ title: 'experiment.yaml', code: exampleExperiment }}
            />
          )
        }
      >
        {() => (
          <Panel title={t('nav.experiments')}>
            <ul className={classes.policies}>
              {pages.items.map(each => (
                <ExperimentItem
                  key={each.ref}
                  experiment={each}
                  onChanged={pages.refresh}
                />
              ))}
            </ul>
            <MoreButton pages={pages} />
            <FurtherFailed pages={pages} />
          </Panel>
        )}
      </QueryBoundary>
    </div>
  );
}

/** How many there are, which of those shown never ran, and which are off. */
function Headline(props: { experiments: Experiment[]; total: number }) {
  const t = useRunbooksText();
  const { experiments, total } = props;
  const untried = experiments.filter(({ lastRun }) => !lastRun).length;
  const off = experiments.filter(each => !each.switch.on).length;
  return (
    <>
      {t('experiments.total', { count: total })}
      {untried > 0 && ` ${t('experiments.untried', { count: untried })}`}
      {off > 0 && ` ${t('experiments.off', { count: off })}`}
    </>
  );
}
