import type { SourceStatus } from '@ghostlight/plugin-delivery-common';
import {
  CodeBlock,
  EmptyState,
  listOf,
  pageClasses as classes,
  Panel,
  QueryBoundary,
  uiClasses,
  useBackend,
  useFormats,
} from '@ghostlight/reliability-react';
import { useSources } from '../hooks';
import { AsOf } from '../org/AsOf';
import { exampleStep } from '../states/exampleStep';
import { NotAllowed } from '../states/NotAllowed';
import { useDeliveryText } from '../translation';
import { SourceTable } from './SourceTable';

const KINDS = ['source', 'adapter', 'driver', 'metrics'] as const;
const EXAMPLE = 'component:default/your-service';

/** Where changes come from and what acts on platforms, how each does, and how to connect more. */
export function SourcesPage() {
  const t = useDeliveryText();
  const backend = useBackend('delivery');
  const sources = useSources();
  const step = exampleStep(EXAMPLE, backend);
  return (
    <div className={classes.page}>
      <QueryBoundary
        query={sources}
        what={t('nav.sources')}
        forbidden={<NotAllowed all />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            sentence={t('sources.none')}
            next={t('sources.noneNext')}
            example={{ title: t('sources.step'), code: step }}
          />
        }
      >
        {({ items }) => (
          <>
            <Headline sources={items} />
            <AsOf loadedAt={sources.loadedAt} />
            {KINDS.map(kind => (
              <OfKind
                key={kind}
                kind={kind}
                sources={items.filter(each => each.kind === kind)}
              />
            ))}
            <Panel title={t('sources.ci')}>
              <p className={uiClasses.plain}>{t('sources.ciHint')}</p>
              <CodeBlock title={t('sources.step')} code={step} />
            </Panel>
          </>
        )}
      </QueryBoundary>
    </div>
  );
}

/** Whether something fails, and how much came in. */
function Headline({ sources }: { sources: SourceStatus[] }) {
  const t = useDeliveryText();
  const { language } = useFormats();
  const failing = sources.filter(({ state }) => state === 'failing');
  const count = sources.reduce((sum, each) => sum + (each.count24h ?? 0), 0);
  return (
    <h2 className={classes.sentence}>
      {failing.length > 0
        ? t('sources.headFailing', {
            count: failing.length,
            names: listOf(
              failing.map(({ title }) => title),
              language,
            ),
          })
        : t('sources.headCalm')}{' '}
      {t('sources.headCount', { count })}
    </h2>
  );
}

function OfKind(props: {
  kind: SourceStatus['kind'];
  sources: SourceStatus[];
}) {
  const t = useDeliveryText();
  const { kind, sources } = props;
  return (
    <Panel title={t(`sources.kind_${kind}`)}>
      {sources.length === 0 ? (
        <p className={uiClasses.plain}>{t(`sources.none_${kind}`)}</p>
      ) : (
        <>
          <p className={uiClasses.muted}>{t(`sources.hint_${kind}`)}</p>
          <SourceTable kind={kind} sources={sources} />
        </>
      )}
    </Panel>
  );
}
