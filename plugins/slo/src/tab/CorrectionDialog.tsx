import type {
  CorrectionRequest,
  ObjectiveStatus,
} from '@ghostlight/plugin-slo-common';
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
  TextField,
  useAct,
  useFormats,
} from '@ghostlight/reliability-react';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { objectiveName } from '../answer';
import shared from '../slo.module.css';
import { useSloText } from '../translation';

const local = "yyyy-MM-dd'T'HH:mm";

/** Epoch seconds of what a `datetime-local` field holds, in the reader's zone. */
function secondsOf(value: string): number | undefined {
  const at = DateTime.fromISO(value);
  return at.isValid ? Math.floor(at.toSeconds()) : undefined;
}

function TimeField(props: {
  label: string;
  value: string;
  onChange(value: string): void;
}) {
  return (
    <label className={shared.field}>
      {props.label}
      <input
        className={shared.input}
        type="datetime-local"
        required
        value={props.value}
        onChange={event => props.onChange(event.target.value)}
      />
    </label>
  );
}

/** Says what is left out of which budget, then asks for the reason. */
export function CorrectionDialog(props: {
  objective: ObjectiveStatus;
  service: string;
  onClose(): void;
  onConfirm(request: CorrectionRequest): Promise<void>;
}) {
  const t = useSloText();
  const format = useFormats();
  const { objective, service, onClose } = props;
  const name = objectiveName(objective);
  const [scope, setScope] = useState('entity');
  const [kind, setKind] = useState<'maintenance' | 'incident'>('maintenance');
  const [fromText, setFrom] = useState(() =>
    DateTime.now().minus({ hours: 1 }).toFormat(local),
  );
  const [toText, setTo] = useState(() => DateTime.now().toFormat(local));
  const [reason, setReason] = useState('');
  const [link, setLink] = useState('');

  const from = secondsOf(fromText);
  const to = secondsOf(toText);
  const span =
    from !== undefined && to !== undefined && to > from
      ? { from, to }
      : undefined;
  const linkFits = link === '' || /^https?:\/\/\S+$/.test(link);

  const { run, pending, failure } = useAct(async () => {
    if (!span) return;
    await props.onConfirm({
      ...span,
      entityRef: objective.entityRef,
      ...(scope === 'objective' ? { ref: objective.ref } : {}),
      kind,
      reason: reason.trim(),
      ...(link ? { link } : {}),
    });
    onClose();
  });

  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={560}>
      <DialogHeader>{t('correction.dialogTitle', { service })}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text>
            {span
              ? t('correction.what', {
                  from: format.time(span.from),
                  to: format.time(span.to),
                  duration: format.duration(span.to - span.from),
                  scope:
                    scope === 'objective'
                      ? t('correction.scopeObjective', { objective: name })
                      : t('correction.scopeEntity', { service }),
                })
              : t('correction.whatInvalid')}
          </Text>
          <div className={shared.row}>
            <TimeField
              label={t('correction.from')}
              value={fromText}
              onChange={setFrom}
            />
            <TimeField
              label={t('correction.to')}
              value={toText}
              onChange={setTo}
            />
          </div>
          <RadioGroup
            label={t('correction.scope')}
            value={scope}
            onChange={setScope}
          >
            <Radio value="entity">
              {t('correction.scopeEntityOption', { service })}
            </Radio>
            <Radio value="objective">
              {t('correction.scopeObjectiveOption', { objective: name })}
            </Radio>
          </RadioGroup>
          <RadioGroup
            label={t('correction.kind')}
            orientation="horizontal"
            value={kind}
            onChange={value =>
              setKind(value === 'incident' ? 'incident' : 'maintenance')
            }
          >
            <Radio value="maintenance">{t('correction.kindMaintenance')}</Radio>
            <Radio value="incident">{t('correction.kindIncident')}</Radio>
          </RadioGroup>
          <TextAreaField
            label={t('correction.reason')}
            description={t('correction.reasonHint')}
            value={reason}
            onChange={setReason}
            maxLength={500}
            isRequired
            rows={2}
          />
          <TextField
            label={t('correction.link')}
            type="url"
            placeholder="https://"
            value={link}
            onChange={setLink}
            isInvalid={!linkFits}
          />
          {failure && <Alert status="danger" icon title={failure} />}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button
          isDisabled={!span || reason.trim().length < 3 || !linkFits}
          isPending={pending}
          onPress={run}
        >
          {t('correction.confirm')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('correction.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
