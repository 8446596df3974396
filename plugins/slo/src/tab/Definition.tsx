import type { ObjectiveDetail } from '@ghostlight/plugin-slo-common';
import {
  Button,
  CodeBlock,
  Link,
  More,
  Panel,
  useAct,
} from '@ghostlight/reliability-react';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import shared from '../slo.module.css';
import { useSloText } from '../translation';
import { SourceLine } from './SourceLine';
import classes from './tab.module.css';

/** The objective as written, its queries to copy, and the same as Prometheus rules. */
export function Definition(props: {
  detail: ObjectiveDetail;
  onDownload(format: 'plain' | 'prometheusrule'): Promise<void>;
}) {
  const t = useSloText();
  const entityLink = useEntityRefLink();
  const { detail, onDownload } = props;
  const plain = useAct(() => onDownload('plain'));
  const crd = useAct(() => onDownload('prometheusrule'));
  const failure = plain.failure ?? crd.failure;

  return (
    <Panel
      title={t('tab.definition')}
      aside={
        <span className={shared.row}>
          <Link href={entityLink(detail.documentRef)}>
            {t('tab.openEntity')}
          </Link>
          {detail.definitionUrl && (
            <Link href={detail.definitionUrl} target="_blank" rel="noreferrer">
              {t('tab.openSource')}
            </Link>
          )}
        </span>
      }
    >
      {detail.description && (
        <p className={shared.plain}>{detail.description}</p>
      )}
      <SourceLine source={detail.source} />
      {detail.queries.length > 0 && (
        <div className={classes.stack}>
          {detail.queries.map(each => (
            <CodeBlock
              key={each.name}
              code={each.query}
              title={t('tab.query', { name: each.name })}
            />
          ))}
        </div>
      )}
      <More summary={t('tab.yaml')}>
        <CodeBlock code={detail.definition} title={t('tab.yaml')} />
      </More>
      <div>
        <p className={shared.muted}>
          {t('tab.rules')}: {t('tab.rulesHint')}
        </p>
        <div className={shared.row}>
          <Button
            size="small"
            variant="secondary"
            isPending={plain.pending}
            onPress={plain.run}
          >
            {t('tab.rulesPlain')}
          </Button>
          <Button
            size="small"
            variant="secondary"
            isPending={crd.pending}
            onPress={crd.run}
          >
            {t('tab.rulesCrd')}
          </Button>
        </div>
        {failure && (
          <p role="alert" className={shared.plain}>
            {t('tab.rulesFailed', { message: failure })}
          </p>
        )}
      </div>
    </Panel>
  );
}
