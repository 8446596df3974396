import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ObjectiveDetail,
  ObjectiveStatus,
} from '@ghostlight/plugin-slo-common';
import {
  download,
  type LiveQuery,
  QueryBoundary,
} from '@ghostlight/reliability-react';
import { sloApiRef } from '../api';
import { nameOf } from '../answer';
import { dataOf } from '../hooks';
import { useSloText } from '../translation';
import { Definition } from './Definition';
import { Members } from './Members';

/** The objective as written, and of which others it is made. */
export function DefinitionSection({
  objective,
  detail,
}: {
  objective: ObjectiveStatus;
  detail: LiveQuery<ObjectiveDetail>;
}) {
  const t = useSloText();
  const client = useApi(sloApiRef);
  const { entityRef } = objective;

  const downloadRules = async (format: 'plain' | 'prometheusrule') => {
    const rules = await dataOf(
      client.request('get', '/v1/rules', {
        params: { query: { entityRef, format } },
        parseAs: 'text',
      }),
    );
    const name = nameOf(entityRef);
    download(
      format === 'plain' ? `${name}.rules.yaml` : `${name}.prometheusrule.yaml`,
      rules,
      'application/yaml',
    );
  };

  return (
    <QueryBoundary query={detail} what={t('tab.definition')}>
      {data => (
        <>
          {data.members && data.members.length > 0 && (
            <Members members={data.members} />
          )}
          <Definition detail={data} onDownload={downloadRules} />
        </>
      )}
    </QueryBoundary>
  );
}
