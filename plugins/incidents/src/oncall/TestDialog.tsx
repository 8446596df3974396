import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  dataOf,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  useAct,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../api';
import { useIncidentsText } from '../translation';

/** Sends a test message, and says what the receiver said to it. */
export function TestDialog(props: {
  channel: string;
  onClose(): void;
  onTested(): void;
}) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const { channel, onClose, onTested } = props;
  const [result, setResult] = useState<{
    outcome: 'sent' | 'failed';
    reason?: string;
  }>();
  const act = useAct(async () => {
    setResult(
      await dataOf(
        client.request('post', '/v1/channels/{name}/test', {
          params: { path: { name: channel } },
        }),
      ),
    );
    onTested();
  });
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={520}>
      <DialogHeader>{t('oncall.testTitle', { channel })}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text>{t('oncall.testWhat', { channel })}</Text>
          {result && (
            <div role="status">
              <Alert
                status={result.outcome === 'sent' ? 'success' : 'danger'}
                icon
                title={t(`oncall.test_${result.outcome}`)}
                description={result.reason}
              />
            </div>
          )}
          {act.failure && <Alert status="danger" icon title={act.failure} />}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button isPending={act.pending} onPress={() => act.run()}>
          {result ? t('oncall.testAgain') : t('oncall.testConfirm')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('act.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
