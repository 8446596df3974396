import { useApi } from '@backstage/frontend-plugin-api';
import type {
  SuppressionCause,
  Unsuppressed,
  UnsuppressRequest,
} from '@ghostlight/plugin-incidents-common';
import {
  ConfirmDialog,
  dataOf,
  QueryBoundary,
  Radio,
  RadioGroup,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../api';
import { useIncidentsText } from '../translation';
import { useSaid } from '../words';
import { useSuppressionCauses } from './useInbox';
import classes from './alerts.module.css';

/** The server takes so many at once. */
const MOST = 500;

interface Props {
  onClose(): void;
  onDone(result: Unsuppressed): void;
}

/** Undoes the suppressions of the alerts that are marked, having said how many they are. */
export function UndoMarkedDialog(props: Props & { ids: string[] }) {
  const { ids, onClose, onDone } = props;
  return (
    <UndoMany
      count={ids.length}
      request={{ alertIds: ids.slice(0, MOST) }}
      onClose={onClose}
      onDone={onDone}
    />
  );
}

/** Undoes all that one reason keeps quiet: the reader chooses which, and sees how many alerts it has. */
export function UndoReasonDialog({ onClose, onDone }: Props) {
  const t = useIncidentsText();
  const say = useSaid();
  const causes = useSuppressionCauses();
  const [chosen, setChosen] = useState<string>();
  const cause = causes.data?.items.find(each => keyOf(each) === chosen);
  const { kind, causeRef } = cause ?? {};
  return (
    <UndoMany
      count={cause?.count}
      request={{ kind, causeRef }}
      onClose={onClose}
      onDone={onDone}
    >
      <QueryBoundary
        query={causes}
        what={t('inbox.undoReasons')}
        isEmpty={({ items }) => items.length === 0}
        empty={<p className={uiClasses.muted}>{t('inbox.undoReasonsNone')}</p>}
      >
        {({ items }) => (
          <div className={classes.reasons}>
            <RadioGroup
              label={t('inbox.undoReasons')}
              value={chosen ?? null}
              onChange={setChosen}
            >
              {items.map(each => (
                <Radio key={keyOf(each)} value={keyOf(each)}>
                  {t('inbox.undoReason', {
                    kind: t(`suppression.${each.kind}`),
                    reason: say(each.reason, each.said),
                    count: each.count,
                  })}
                </Radio>
              ))}
            </RadioGroup>
          </div>
        )}
      </QueryBoundary>
    </UndoMany>
  );
}

function UndoMany(
  props: Props & {
    /** Left out until it is known which. */
    count: number | undefined;
    request: UnsuppressRequest;
    children?: JSX.Element;
  },
) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const { count = 0, request, onClose, onDone, children } = props;
  const taken = Math.min(count, MOST);
  return (
    <ConfirmDialog
      title={t('inbox.undoManyTitle')}
      what={
        count === 0
          ? t('inbox.undoManyWhich')
          : t('inbox.undoManyWhat', { count: taken })
      }
      confirm={
        count === 0
          ? t('inbox.undoConfirm')
          : t('inbox.undoManyConfirm', { count: taken })
      }
      width={640}
      isReady={count > 0}
      onClose={onClose}
      onConfirm={async () => {
        const answer = client.request('post', '/v1/alerts/unsuppress', {
          body: request,
        });
        onDone(await dataOf(answer));
      }}
    >
      {children}
      {count > MOST && (
        <p className={uiClasses.plain}>
          {t('inbox.undoManyMost', { most: String(MOST) })}
        </p>
      )}
    </ConfirmDialog>
  );
}

function keyOf({ kind, causeRef }: SuppressionCause): string {
  return `${kind} ${causeRef}`;
}
