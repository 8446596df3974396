import type { Dora } from '@ghostlight/plugin-delivery-common';
import {
  EmptyState,
  Link,
  Panel,
  QueryBoundary,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import { useDeliveryLinks, useDora, type DoraScope } from '../hooks';
import { NotAllowed } from '../states/NotAllowed';
import { useDeliveryText } from '../translation';
import { Said } from '../words';
import { CsvButton } from './CsvButton';
import { DoraMetrics } from './DoraMetrics';
import { isNothing } from './metrics';

/** The five metrics of DORA of one entity, none without its n. The last 90 days unless asked otherwise. */
export function DoraPanel({ scope }: { scope: DoraScope }) {
  const t = useDeliveryText();
  const dora = useDora(scope);
  return (
    <Panel title={t('dora.title')} aside={<CsvButton scope={scope} />}>
      <QueryBoundary
        query={dora}
        what={t('dora.title')}
        forbidden={<NotAllowed />}
        isEmpty={isNothing}
        empty={dora.data && <NothingCounted dora={dora.data} />}
      >
        {data => (
          <>
            <DoraAge dora={data} />
            <DoraMetrics dora={data} />
          </>
        )}
      </QueryBoundary>
    </Panel>
  );
}

/** Of what and from when the numbers are, and what they leave out. */
export function DoraAge({ dora }: { dora: Dora }) {
  const t = useDeliveryText();
  return (
    <div className={uiClasses.muted}>
      {dora.scope.environment} · {t('dora.since')}{' '}
      <When iso={dora.from} absolute /> · {t('words.asOf')}{' '}
      <When iso={dora.asOf} />
      {dora.missing.map(each => (
        <div key={each.code}>
          <Said sentence={each} />
        </div>
      ))}
    </div>
  );
}

/** Nothing went out: a sentence with the next step, not five zeros. */
export function NothingCounted({ dora }: { dora: Dora }) {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  return (
    <EmptyState
      sentence={t('dora.none', { environment: dora.scope.environment })}
      next={t('dora.noneNext')}
      actions={<Link href={links.sources}>{t('dora.toSources')}</Link>}
    />
  );
}
