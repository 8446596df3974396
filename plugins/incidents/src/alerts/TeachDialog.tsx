import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Alert as IncomingAlert,
  Matcher,
  TaughtMapping,
} from '@ghostlight/plugin-incidents-common';
import {
  Alert,
  Button,
  dataOf,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  EntitySelect,
  Flex,
  nameOf,
  Text,
  useAct,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../api';
import { useAlert } from '../hooks';
import { useIncidentsText } from '../translation';
import { Candidates } from './Candidates';
import {
  isComplete,
  matchable,
  matcherText,
  tellingMatchers,
} from './matcherText';
import { Matchers } from './Matchers';

const KINDS = ['component', 'resource', 'api', 'system', 'domain'];

/** Teaches which labels mean which entity, and says how many alerts have one now. */
export function TeachDialog(props: {
  alert: IncomingAlert;
  onClose(): void;
  onDone(): void;
}) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const { alert, onClose, onDone } = props;
  const detail = useAlert(alert.id);
  const [matchers, setMatchers] = useState<Matcher[]>(() =>
    tellingMatchers(alert),
  );
  const [chosen, setChosen] = useState<string>();
  const [taught, setTaught] = useState<TaughtMapping>();
  const candidates = detail.data?.candidates ?? [];
  const entityRef = chosen ?? candidates[0]?.entityRef;
  const act = useAct(async () => {
    if (!entityRef) return;
    setTaught(
      await dataOf(
        client.request('post', '/v1/mappings', {
          body: { matchers, entityRef },
        }),
      ),
    );
    onDone();
  });

  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={640}>
      <DialogHeader>{t('inbox.teachTitle')}</DialogHeader>
      <DialogBody>
        {taught ? (
          <Text role="status">
            {t('inbox.taught', {
              count: taught.applied,
              which: matcherText(taught.mapping.matchers),
              entity: nameOf(taught.mapping.entityRef),
            })}
          </Text>
        ) : (
          <Flex direction="column" gap="4">
            <Text>
              {entityRef && isComplete(matchers)
                ? t('inbox.teachWhat', {
                    which: matcherText(matchers),
                    entity: nameOf(entityRef),
                  })
                : t('inbox.teachWhatEmpty')}
            </Text>
            <Candidates
              candidates={candidates}
              value={entityRef}
              onChange={setChosen}
            />
            <EntitySelect
              label={
                candidates.length > 0
                  ? t('inbox.teachOther')
                  : t('inbox.teachEntity')
              }
              placeholder={t('inbox.teachPlaceholder')}
              kinds={KINDS}
              value={
                entityRef &&
                !candidates.some(each => each.entityRef === entityRef)
                  ? [entityRef]
                  : []
              }
              onChange={refs => setChosen(refs[refs.length - 1])}
            />
            <Matchers
              value={matchers}
              onChange={setMatchers}
              labels={matchable(alert)}
            />
            {act.failure && <Alert status="danger" icon title={act.failure} />}
          </Flex>
        )}
      </DialogBody>
      <DialogFooter>
        {taught ? (
          <Button onPress={onClose}>{t('act.close')}</Button>
        ) : (
          <>
            <Button
              isDisabled={!entityRef || !isComplete(matchers)}
              isPending={act.pending}
              onPress={() => act.run()}
            >
              {t('inbox.teachConfirm')}
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
