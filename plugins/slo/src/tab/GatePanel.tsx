import type { Gate } from '@ghostlight/plugin-slo-common';
import { Button, More, Panel, useFormats } from '@ghostlight/reliability-react';
import { useState } from 'react';
import { nameOf } from '../answer';
import { GateWord } from '../GateWord';
import shared from '../slo.module.css';
import { useSloText } from '../translation';
import { GateCheck } from './GateCheck';
import { OverrideDialog } from './OverrideDialog';

/** One rule checks every objective. */
function keyOf(check: Gate['checks'][number]): string {
  return `${check.id} ${check.objectiveRef}`;
}

/** The policy's answer, why, and the way around it for those who may. */
export function GatePanel(props: {
  gate: Gate;
  service: string;
  /** Undefined when the reader may override; else who may, in words. */
  refusal?: string;
  onOverride(request: {
    verdict: 'allow' | 'deny';
    reason: string;
    until: number;
  }): Promise<void>;
  onRevoke(id: string): Promise<void>;
}) {
  const t = useSloText();
  const format = useFormats();
  const [asking, setAsking] = useState(false);
  const [revoking, setRevoking] = useState(false);
  const { gate, service, refusal } = props;
  const { override } = gate;

  const answers = {
    allow: 'gate.answerAllow',
    warn: 'gate.answerWarn',
    deny: 'gate.answerDeny',
  } as const;
  // The override is said in a sentence of its own.
  const checks = gate.checks.filter(check => check.id !== 'override');
  const failing = checks.filter(check => check.verdict !== 'allow');
  const passing = checks.filter(check => check.verdict === 'allow');

  const revoke = async (id: string) => {
    setRevoking(true);
    try {
      await props.onRevoke(id);
    } finally {
      setRevoking(false);
    }
  };

  return (
    <Panel title={t('gate.title')} aside={<GateWord verdict={gate.verdict} />}>
      <p className={shared.plain}>
        {t(answers[gate.verdict], { service })}{' '}
        <span className={shared.muted}>
          {t('gate.policy', { title: gate.policy.title })}
        </span>
      </p>
      {override?.state === 'active' && (
        <p className={shared.plain}>
          {t(
            override.verdict === 'allow'
              ? 'gate.overrideActiveAllow'
              : 'gate.overrideActiveDeny',
            {
              who: nameOf(override.createdBy),
              time: format.time(override.until),
              reason: override.reason,
            },
          )}
        </p>
      )}
      {checks.length === 0 ? (
        <p className={shared.muted}>{t('gate.noChecks')}</p>
      ) : (
        failing.length > 0 && (
          <ul className={shared.list} aria-label={t('gate.checks')}>
            {failing.map(check => (
              <GateCheck key={keyOf(check)} check={check} />
            ))}
          </ul>
        )
      )}
      {passing.length > 0 && (
        <More summary={t('gate.passing', { count: passing.length })}>
          <ul className={shared.list}>
            {passing.map(check => (
              <GateCheck key={keyOf(check)} check={check} />
            ))}
          </ul>
        </More>
      )}
      {gate.recommendations.length > 0 && (
        <div>
          <p className={shared.muted}>{t('gate.recommendations')}</p>
          <ul className={shared.bullets}>
            {gate.recommendations.map(each => (
              <li key={each.action}>{each.text}</li>
            ))}
          </ul>
        </div>
      )}
      <div className={shared.row}>
        {override?.state === 'active' ? (
          <Button
            size="small"
            variant="secondary"
            isDisabled={refusal !== undefined}
            isPending={revoking}
            onPress={() => revoke(override.id)}
          >
            {t('gate.revoke')}
          </Button>
        ) : (
          <Button
            size="small"
            variant="secondary"
            isDisabled={refusal !== undefined}
            onPress={() => setAsking(true)}
          >
            {t('gate.overrideOpen')}
          </Button>
        )}
        {refusal && <span className={shared.muted}>{refusal}</span>}
      </div>
      {asking && (
        <OverrideDialog
          service={service}
          verdict={gate.verdict}
          onClose={() => setAsking(false)}
          onConfirm={props.onOverride}
        />
      )}
    </Panel>
  );
}
