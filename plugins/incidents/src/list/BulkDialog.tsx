import { useApi } from '@backstage/frontend-plugin-api';
import type {
  BulkChange,
  BulkResult,
  Incident,
  IncidentStatus,
  Severity,
} from '@ghostlight/plugin-incidents-common';
import {
  Alert,
  Button,
  dataOf,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Radio,
  RadioGroup,
  Text,
  useAct,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../api';
import { useIncidentsText } from '../translation';
import { SEVERITIES, STATUSES } from '../words';
import { BulkOutcome } from './BulkOutcome';

export type BulkAct = 'acknowledge' | 'status' | 'severity' | 'merge';

/** The API takes so many at once. */
const MOST = 200;

/** Says what will be done to which incidents, does it, and says what came of each. */
export function BulkDialog(props: {
  act: BulkAct;
  incidents: Incident[];
  onClose(): void;
  onChanged(): void;
}) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const { act, onClose, onChanged } = props;
  // What was marked when the dialog opened: a refresh behind it must not change what is agreed to.
  const [incidents] = useState(() => props.incidents.slice(0, MOST));
  const [status, setStatus] = useState<IncidentStatus>('identified');
  const [severity, setSeverity] = useState<Severity>('SEV3');
  const [into, setInto] = useState(
    () =>
      [...incidents].sort((a, b) => a.startedAt.localeCompare(b.startedAt))[0]
        .id,
  );
  const [result, setResult] = useState<BulkResult>();
  const ids = incidents
    .map(each => each.id)
    .filter(id => act !== 'merge' || id !== into);
  const count = ids.length;
  const names = ids.join(', ');

  const changes: Record<BulkAct, Omit<BulkChange, 'ids'>> = {
    acknowledge: { acknowledge: true },
    status: { status },
    severity: { severity },
    merge: { mergeInto: into },
  };
  const words: Record<BulkAct, string> = {
    acknowledge: t('bulk.acknowledgeWhat', { count, names }),
    status: t('bulk.statusWhat', {
      count,
      names,
      status: t(`status.${status}`),
    }),
    severity: t('bulk.severityWhat', { count, names, severity }),
    merge: t('bulk.mergeWhat', { count, names, into }),
  };
  const { run, pending, failure } = useAct(async () => {
    setResult(
      await dataOf(
        client.request('post', '/v1/incidents/bulk', {
          body: { ids, ...changes[act] },
        }),
      ),
    );
    onChanged();
  });

  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={560}>
      <DialogHeader>{t(`bulk.${act}Title`)}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {result ? (
            <BulkOutcome result={result} />
          ) : (
            <>
              <Text>{words[act]}</Text>
              {props.incidents.length > MOST && (
                <Text>{t('bulk.most', { most: String(MOST) })}</Text>
              )}
              {act === 'status' && (
                <RadioGroup
                  label={t('status.label')}
                  value={status}
                  onChange={value =>
                    setStatus(STATUSES.find(each => each === value) ?? status)
                  }
                >
                  {STATUSES.map(each => (
                    <Radio key={each} value={each}>
                      {t(`status.${each}`)}
                    </Radio>
                  ))}
                </RadioGroup>
              )}
              {act === 'severity' && (
                <RadioGroup
                  label={t('severity.label')}
                  value={severity}
                  onChange={value =>
                    setSeverity(
                      SEVERITIES.find(each => each === value) ?? severity,
                    )
                  }
                >
                  {SEVERITIES.map(each => (
                    <Radio key={each} value={each}>
                      {each}
                    </Radio>
                  ))}
                </RadioGroup>
              )}
              {act === 'merge' && (
                <RadioGroup
                  label={t('bulk.mergeInto')}
                  value={into}
                  onChange={setInto}
                >
                  {incidents.map(each => (
                    <Radio key={each.id} value={each.id}>
                      {`${each.id} ${each.title}`}
                    </Radio>
                  ))}
                </RadioGroup>
              )}
              {failure && <Alert status="danger" icon title={failure} />}
            </>
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        {result ? (
          <Button onPress={onClose}>{t('act.close')}</Button>
        ) : (
          <>
            <Button isPending={pending} onPress={() => run()}>
              {t('bulk.confirm', { count })}
            </Button>
            <Button variant="secondary" onPress={onClose}>
              {t('act.cancel')}
            </Button>
          </>
        )}
      </DialogFooter>
    </Dialog>
  );
}
