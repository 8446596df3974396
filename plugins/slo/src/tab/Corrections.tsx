import type {
  Correction,
  CorrectionRequest,
  ObjectiveStatus,
} from '@ghostlight/plugin-slo-common';
import {
  Button,
  Link,
  Panel,
  useAct,
  useFormats,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { nameOf } from '../answer';
import shared from '../slo.module.css';
import { useSloText } from '../translation';
import { CorrectionDialog } from './CorrectionDialog';

const kinds = {
  maintenance: 'correction.maintenance',
  incident: 'correction.incident',
  simulated: 'correction.simulated',
} as const;

function Row(props: {
  correction: Correction;
  mayUndo: boolean;
  onUndo(id: string): Promise<void>;
}) {
  const t = useSloText();
  const format = useFormats();
  const { correction, mayUndo } = props;
  const { run, pending, failure } = useAct(() => props.onUndo(correction.id));
  return (
    <li>
      <div className={shared.row}>
        <strong>{t(kinds[correction.kind])}</strong>
        <span className={shared.number}>
          {format.time(correction.from)} –{' '}
          {format.time(
            correction.to,
            correction.to - correction.from < 43_200 ? 'time' : 'dateTime',
          )}{' '}
          ({format.duration(correction.to - correction.from)})
        </span>
        {mayUndo && correction.kind !== 'simulated' && (
          <Button
            size="small"
            variant="tertiary"
            isPending={pending}
            onPress={run}
          >
            {t('correction.undo')}
          </Button>
        )}
      </div>
      <p className={shared.muted}>
        {correction.reason} ·{' '}
        {t('correction.by', { who: nameOf(correction.createdBy) })}
        {correction.link && (
          <>
            {' · '}
            <Link href={correction.link} target="_blank" rel="noreferrer">
              {new URL(correction.link).host}
            </Link>
          </>
        )}
      </p>
      {failure && <p role="alert">{failure}</p>}
    </li>
  );
}

/** Time that does not count, or is not real, with who said so. */
export function Corrections(props: {
  corrections: Correction[];
  objective: ObjectiveStatus;
  service: string;
  refusal?: string;
  onCreate(request: CorrectionRequest): Promise<void>;
  onUndo(id: string): Promise<void>;
}) {
  const t = useSloText();
  const [asking, setAsking] = useState(false);
  const { objective, service, refusal } = props;
  const concerning = props.corrections.filter(
    each => each.ref === undefined || each.ref === objective.ref,
  );
  return (
    <Panel title={t('correction.title')}>
      {concerning.length === 0 ? (
        <p className={shared.muted}>{t('correction.none')}</p>
      ) : (
        <ul className={shared.list}>
          {concerning.map(each => (
            <Row
              key={each.id}
              correction={each}
              mayUndo={refusal === undefined}
              onUndo={props.onUndo}
            />
          ))}
        </ul>
      )}
      <div className={shared.row}>
        <Button
          size="small"
          variant="secondary"
          isDisabled={refusal !== undefined}
          onPress={() => setAsking(true)}
        >
          {t('correction.open')}
        </Button>
        {refusal && <span className={shared.muted}>{refusal}</span>}
      </div>
      {asking && (
        <CorrectionDialog
          objective={objective}
          service={service}
          onClose={() => setAsking(false)}
          onConfirm={props.onCreate}
        />
      )}
    </Panel>
  );
}
