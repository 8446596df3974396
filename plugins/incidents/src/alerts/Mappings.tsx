import { useApi } from '@backstage/frontend-plugin-api';
import type { Mapping } from '@ghostlight/plugin-incidents-common';
import {
  Button,
  ConfirmDialog,
  EmptyState,
  EntityName,
  nameOf,
  Panel,
  QueryBoundary,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../api';
import { useIncidentsText } from '../translation';
import { matcherText } from './matcherText';
import { useMappings } from './useInbox';
import classes from './alerts.module.css';

/** Which labels mean which entity: what the configuration says, and what was taught and can be forgotten. */
export function Mappings(props: { refusal: string | undefined }) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const mappings = useMappings(props.refusal === undefined);
  const [forgetting, setForgetting] = useState<Mapping>();
  if (props.refusal) {
    return (
      <Panel title={t('inbox.mappings')}>
        <p className={uiClasses.muted}>{props.refusal}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('inbox.mappings')}>
      <QueryBoundary
        query={mappings}
        what={t('inbox.mappings')}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            sentence={t('inbox.noMappings')}
            next={t('inbox.noMappingsHint')}
          />
        }
      >
        {({ items }) => (
          <div className={uiClasses.scroll}>
            <table className={uiClasses.table}>
              <thead>
                <tr>
                  <th scope="col">{t('inbox.mappingWhen')}</th>
                  <th scope="col">{t('inbox.mappingMeans')}</th>
                  <th scope="col">{t('inbox.mappingFrom')}</th>
                  <th scope="col">{t('inbox.act')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(each => (
                  <tr key={each.id}>
                    <td className={`${classes.wrap} ${classes.least}`}>
                      {matcherText(each.matchers)}
                    </td>
                    <td>
                      {each.entityRef.includes('{') ? (
                        <span className={classes.code}>{each.entityRef}</span>
                      ) : (
                        <EntityName entityRef={each.entityRef} />
                      )}
                    </td>
                    <td>
                      {each.source === 'config' ? (
                        t('inbox.mappingConfig')
                      ) : (
                        <>
                          {t('inbox.mappingTaught', {
                            who: each.createdBy ? nameOf(each.createdBy) : '–',
                          })}{' '}
                          <When iso={each.createdAt} />
                        </>
                      )}
                    </td>
                    <td>
                      {each.source === 'taught' ? (
                        <Button
                          size="small"
                          variant="tertiary"
                          aria-label={t('inbox.forgetLabel', {
                            which: matcherText(each.matchers),
                          })}
                          onPress={() => setForgetting(each)}
                        >
                          {t('inbox.forget')}
                        </Button>
                      ) : (
                        '–'
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </QueryBoundary>
      {forgetting && (
        <ConfirmDialog
          title={t('inbox.forgetTitle')}
          what={t('inbox.forgetWhat', {
            which: matcherText(forgetting.matchers),
            entity: nameOf(forgetting.entityRef),
          })}
          confirm={t('inbox.forgetConfirm')}
          onClose={() => setForgetting(undefined)}
          onConfirm={async () => {
            await client.request('delete', '/v1/mappings/{id}', {
              params: { path: { id: forgetting.id } },
            });
            mappings.refresh();
          }}
        />
      )}
    </Panel>
  );
}
