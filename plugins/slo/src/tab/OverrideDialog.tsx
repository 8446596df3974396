import type { Gate } from '@ghostlight/plugin-slo-common';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Radio,
  RadioGroup,
  Text,
  TextAreaField,
  useAct,
  useFormats,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useSloText } from '../translation';

const HOUR = 3600;
const durations = [1, 4, 24, 7 * 24];

/** Says first what the override does and until when, then asks for the reason. */
export function OverrideDialog(props: {
  service: string;
  verdict: Gate['verdict'];
  onClose(): void;
  onConfirm(request: {
    verdict: 'allow' | 'deny';
    reason: string;
    until: number;
  }): Promise<void>;
}) {
  const t = useSloText();
  const format = useFormats();
  const { service, onClose } = props;
  const [verdict, setVerdict] = useState<'allow' | 'deny'>(
    props.verdict === 'allow' ? 'deny' : 'allow',
  );
  const [hours, setHours] = useState(4);
  const [reason, setReason] = useState('');
  const [opened] = useState(() => Math.floor(Date.now() / 1000));
  const until = opened + hours * HOUR;

  const { run, pending, failure } = useAct(async () => {
    await props.onConfirm({ verdict, reason: reason.trim(), until });
    onClose();
  });
  const words = { allow: t('override.allow'), deny: t('override.deny') };

  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={520}>
      <DialogHeader>{t('override.title', { service })}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text>
            {t('override.what', {
              service,
              time: format.time(until),
              verdict: words[verdict],
            })}
          </Text>
          <RadioGroup
            label={t('override.verdict')}
            orientation="horizontal"
            value={verdict}
            onChange={value => setVerdict(value === 'deny' ? 'deny' : 'allow')}
          >
            <Radio value="allow">{words.allow}</Radio>
            <Radio value="deny">{words.deny}</Radio>
          </RadioGroup>
          <RadioGroup
            label={t('override.duration')}
            orientation="horizontal"
            value={String(hours)}
            onChange={value => setHours(Number(value))}
          >
            {durations.map(each => (
              <Radio key={each} value={String(each)}>
                {format.duration(each * HOUR)}
              </Radio>
            ))}
          </RadioGroup>
          <TextAreaField
            label={t('override.reason')}
            description={t('override.reasonHint')}
            value={reason}
            onChange={setReason}
            maxLength={500}
            isRequired
          />
          {failure && <Alert status="danger" icon title={failure} />}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button
          isDisabled={reason.trim().length < 3}
          isPending={pending}
          onPress={run}
        >
          {t('override.confirm')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('override.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
