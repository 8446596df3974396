import type { Dora } from '@ghostlight/plugin-delivery-common';
import {
  nameOf,
  pageClasses as classes,
  Panel,
  QueryBoundary,
  useUrlState,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { useDora } from '../hooks';
import { NotAllowed } from '../states/NotAllowed';
import { useDeliveryText, type DeliveryText } from '../translation';
import { DoraFilters } from './DoraFilters';
import { DoraHeadline } from './DoraHeadline';
import { DoraMetrics } from './DoraMetrics';
import { DoraAge, NothingCounted } from './DoraPanel';
import { doraUrl, scopeOf, SPANS } from './doraUrl';
import { Failures } from './Failures';
import { isNothing } from './metrics';

/** DORA of the organisation, a team or a system. */
export function DoraPage() {
  const t = useDeliveryText();
  const [url, setUrl] = useUrlState(doraUrl);
  const scope = useMemo(() => scopeOf(url), [url]);
  const dora = useDora(scope);
  return (
    <div className={classes.page}>
      {dora.data && !isNothing(dora.data) && (
        <DoraHeadline dora={dora.data} days={SPANS[url.span]} />
      )}
      <DoraFilters url={url} setUrl={setUrl} scope={scope} />
      <QueryBoundary
        query={dora}
        what={t('dora.title')}
        forbidden={<NotAllowed all />}
        isEmpty={isNothing}
        empty={dora.data && <NothingCounted dora={dora.data} />}
      >
        {data => (
          <>
            <Panel title={titleOf(data, t)}>
              <DoraAge dora={data} />
              <DoraMetrics dora={data} />
            </Panel>
            <Failures failures={data.failures} />
          </>
        )}
      </QueryBoundary>
    </div>
  );
}

function titleOf({ scope }: Dora, t: DeliveryText): string {
  const of = scope.owner ?? scope.system;
  return of ? t('dora.of', { name: nameOf(of) }) : t('dora.ofAll');
}
