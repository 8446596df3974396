import type { Mode } from '@ghostlight/plugin-runbooks-common';
import {
  Button,
  Choice,
  EmptyState,
  FurtherFailed,
  MoreButton,
  pageClasses,
  Panel,
  QueryBoundary,
  SearchBox,
  Select,
  useUrlState,
} from '@ghostlight/reliability-react';
import { OneEntity } from '../org/OneEntity';
import { AsOf } from '../states/AsOf';
import { NotAllowed } from '../states/NotAllowed';
import { useRunbooksText } from '../translation';
import { examplePolicy } from './examplePolicy';
import { EVERYTHING, KillSwitch } from './KillSwitch';
import { MetricsPanel } from './MetricsPanel';
import { PolicyItem } from './PolicyItem';
import { RemediationHeadline } from './RemediationHeadline';
import { MODES, remediationUrl, SPANS } from './remediationUrl';
import {
  usePolicies,
  useRemediationMetrics,
  useSwitches,
} from './useRemediation';
import classes from './remediation.module.css';

/** What remediates by itself: whether it may, what came of it, and each policy. */
export function RemediationPage() {
  const t = useRunbooksText();
  const [url, setUrl] = useUrlState(remediationUrl);
  const days = Number(url.days);
  const switches = useSwitches();
  const metrics = useRemediationMetrics({
    days,
    owner: url.owner || undefined,
  });
  const policies = usePolicies({
    q: url.q.trim() || undefined,
    entityRef: url.entity || undefined,
    owner: url.owner || undefined,
    mode: url.mode.length > 0 ? url.mode : undefined,
  });
  const isFiltered =
    url.q !== '' ||
    url.entity !== '' ||
    url.owner !== '' ||
    url.mode.length > 0;
  const refresh = () => {
    switches.refresh();
    policies.refresh();
  };
  return (
    <div className={classes.page}>
      <div className={classes.top}>
        {(switches.data || metrics.data) && (
          <h2 className={`${classes.sentence} ${classes.heading}`}>
            <RemediationHeadline
              all={switches.data?.items.find(
                ({ scope }) => scope === EVERYTHING,
              )}
              metrics={metrics.data}
              days={days}
            />
          </h2>
        )}
        <AsOf loadedAt={metrics.loadedAt} />
      </div>
      {/* That one may not is said once, in place of the policies. */}
      <QueryBoundary query={switches} what={t('switch.all')} forbidden={<></>}>
        {({ items }) => <KillSwitch switches={items} onChanged={refresh} />}
      </QueryBoundary>
      <Choice
        label={t('metrics.span')}
        options={SPANS.map(id => ({
          id,
          label: t('remediation.days', { count: Number(id) }),
        }))}
        value={url.days}
        onChange={span => setUrl({ days: span })}
      />
      <QueryBoundary
        query={metrics}
        what={t('metrics.title')}
        forbidden={<></>}
      >
        {data => <MetricsPanel metrics={data} />}
      </QueryBoundary>
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
        <Select
          size="small"
          label={t('mode.label')}
          placeholder={t('words.any')}
          selectionMode="multiple"
          options={MODES.map(id => ({ id, label: t(`mode.${id}`) }))}
          value={url.mode}
          onChange={chosen => setUrl({ mode: chosen as Mode[] })}
        />
        <SearchBox
          className={pageClasses.push}
          label={t('words.search')}
          value={url.q}
          placeholder={t('policy.searchHint')}
          onChange={q => setUrl({ q })}
        />
        {isFiltered && (
          <Button
            className={pageClasses.button}
            size="small"
            variant="tertiary"
            onPress={() => setUrl({ q: '', entity: '', owner: '', mode: [] })}
          >
            {t('words.clear')}
          </Button>
        )}
      </div>
      <QueryBoundary
        query={policies}
        what={t('policy.policies')}
        forbidden={<NotAllowed all />}
        isEmpty={() => policies.items.length === 0 && !policies.hasMore}
        empty={
          isFiltered ? (
            <EmptyState sentence={t('policy.noMatch')} />
          ) : (
            <EmptyState
              sentence={t('policy.none')}
              next={t('policy.noneNext')}
              example={{ title: 'policy.yaml', code: examplePolicy }}
            />
          )
        }
      >
        {({ total }) => (
          <Panel
            title={
              isFiltered
                ? t('policy.policies')
                : t('policy.total', { count: total })
            }
          >
            <ul className={classes.policies}>
              {policies.items.map(each => (
                <PolicyItem key={each.ref} policy={each} onChanged={refresh} />
              ))}
            </ul>
            <MoreButton pages={policies} />
            <FurtherFailed pages={policies} />
          </Panel>
        )}
      </QueryBoundary>
    </div>
  );
}
