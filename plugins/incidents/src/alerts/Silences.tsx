import { useApi } from '@backstage/frontend-plugin-api';
import {
  inboxManagePermission,
  type Silence,
} from '@ghostlight/plugin-incidents-common';
import {
  Button,
  Clock,
  ConfirmDialog,
  EmptyState,
  EntityName,
  nameOf,
  Panel,
  QueryBoundary,
  secondsOf,
  uiClasses,
  useFormats,
  useRefusal,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../api';
import { NotAllowed } from '../states/NotAllowed';
import { useIncidentsText } from '../translation';
import { matcherText, whichText } from './matcherText';
import { SilenceDialog } from './SilenceDialog';
import { useSilences } from './useInbox';
import classes from './alerts.module.css';

/** What is kept quiet on purpose: by whom, why, until when; to end, or to add. */
export function Silences({ onChanged }: { onChanged(): void }) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const silences = useSilences();
  const refusal = useRefusal({ permission: inboxManagePermission });
  const [creating, setCreating] = useState(false);
  const [ending, setEnding] = useState<Silence>();
  const changed = () => {
    silences.refresh();
    onChanged();
  };
  const create = (
    <Button
      size="small"
      variant="secondary"
      isDisabled={refusal !== undefined}
      onPress={() => setCreating(true)}
    >
      {t('inbox.silenceNew')}
    </Button>
  );
  return (
    <QueryBoundary
      query={silences}
      what={t('inbox.view_silences')}
      forbidden={
        <NotAllowed
          what={t('inbox.forbiddenSilences')}
          permission={inboxManagePermission.name}
        />
      }
    >
      {({ items }) => (
        <Panel
          title={t('inbox.view_silences')}
          aside={items.length > 0 && create}
        >
          {items.length === 0 ? (
            <EmptyState
              sentence={t('inbox.silencesNone')}
              next={t('inbox.silencesNoneHint')}
              actions={create}
            />
          ) : (
            <SilenceTable items={items} onEnd={setEnding} />
          )}
          {creating && (
            <SilenceDialog
              onClose={() => setCreating(false)}
              onDone={changed}
            />
          )}
          {ending && (
            <ConfirmDialog
              title={t('inbox.endTitle')}
              what={t('inbox.endWhat', {
                which: whichText(ending, t),
                count: ending.suppressed,
              })}
              confirm={t('inbox.endConfirm')}
              onClose={() => setEnding(undefined)}
              onConfirm={async () => {
                await client.request('delete', '/v1/silences/{id}', {
                  params: { path: { id: ending.id } },
                });
                changed();
              }}
            />
          )}
        </Panel>
      )}
    </QueryBoundary>
  );
}

function SilenceTable(props: {
  items: Silence[];
  onEnd(silence: Silence): void;
}) {
  const t = useIncidentsText();
  const format = useFormats();
  return (
    <div className={uiClasses.scroll}>
      <table className={uiClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('inbox.silenceWhich')}</th>
            <th scope="col">{t('inbox.why')}</th>
            <th scope="col">{t('inbox.silenceFrom')}</th>
            <th scope="col">{t('inbox.until')}</th>
            <th scope="col" className={uiClasses.end}>
              {t('inbox.silenceQuiet')}
            </th>
            <th scope="col">{t('inbox.act')}</th>
          </tr>
        </thead>
        <tbody>
          {props.items.map(each => (
            <tr key={each.id}>
              <td className={`${classes.wrap} ${classes.least}`}>
                {matcherText(each.matchers)}
                {each.entityRef && (
                  <>
                    {each.matchers.length > 0 ? ' · ' : t('inbox.silenceAllOf')}{' '}
                    <EntityName entityRef={each.entityRef} />
                  </>
                )}
              </td>
              <td className={`${classes.wrap} ${classes.least}`}>
                {each.reason}{' '}
                <span className={uiClasses.muted}>
                  ({nameOf(each.createdBy)})
                </span>
              </td>
              <td>
                {(secondsOf(each.from) ?? 0) > Date.now() / 1000 && (
                  <strong>{t('inbox.silenceLater')} </strong>
                )}
                <Clock iso={each.from} withDate />
              </td>
              <td>
                <Clock iso={each.until} withDate />
              </td>
              <td className={uiClasses.end}>{format.count(each.suppressed)}</td>
              <td>
                <Button
                  size="small"
                  variant="tertiary"
                  aria-label={t('inbox.endLabel', {
                    which: whichText(each, t),
                  })}
                  onPress={() => props.onEnd(each)}
                >
                  {t('inbox.end')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
