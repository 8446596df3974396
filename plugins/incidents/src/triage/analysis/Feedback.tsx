import { useApi } from '@backstage/frontend-plugin-api';
import type {
  TriageFeedback,
  TriageRun,
} from '@ghostlight/plugin-incidents-common';
import {
  Alert,
  Button,
  dataOf,
  Radio,
  RadioGroup,
  TextAreaField,
  TextField,
  uiClasses,
  useAct,
  useMe,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../../api';
import { useIncidentsText } from '../../translation';
import { useTriageState } from '../TriageContext';
import classes from '../triage.module.css';

type Verdict = TriageFeedback['verdict'];

/** Right or wrong, and what it was: what later rankings and the numbers of the settings page rest on. */
export function Feedback({ run }: { run: TriageRun }) {
  const t = useIncidentsText();
  const me = useMe();
  const client = useApi(incidentsApiRef);
  const { hold } = useTriageState();
  const mine = run.feedback.find(each => each.by === me);
  const [verdict, setVerdict] = useState<Verdict>();
  const [trueCause, setTrueCause] = useState('');
  const [comment, setComment] = useState('');
  const right = run.feedback.filter(each => each.verdict === 'right').length;

  const send = useAct(async () => {
    if (!verdict) return;
    hold(
      await dataOf(
        client.request('post', '/v1/triage-runs/{runId}/feedback', {
          params: { path: { runId: run.id } },
          body: {
            verdict,
            ...(trueCause.trim() ? { trueCause: trueCause.trim() } : {}),
            ...(comment.trim() ? { comment: comment.trim() } : {}),
          },
        }),
      ),
    );
    setVerdict(undefined);
  });

  return (
    <section aria-label={t('feedback.title')} className={classes.form}>
      <h4 className={classes.subtitle}>{t('feedback.title')}</h4>
      {run.feedback.length > 0 && (
        <p className={uiClasses.muted} role="status">
          {mine &&
            `${t(
              mine.verdict === 'right'
                ? 'feedback.mineRight'
                : 'feedback.mineWrong',
            )} `}
          {t('feedback.counts', {
            right: String(right),
            wrong: String(run.feedback.length - right),
          })}
          {mine?.trueCause &&
            ` ${t('feedback.wasCause', { cause: mine.trueCause })}`}
        </p>
      )}
      <RadioGroup
        label={mine ? t('feedback.change') : t('feedback.ask')}
        orientation="horizontal"
        value={verdict ?? null}
        onChange={value => setVerdict(value === 'right' ? 'right' : 'wrong')}
      >
        <Radio value="right">{t('feedback.right')}</Radio>
        <Radio value="wrong">{t('feedback.wrong')}</Radio>
      </RadioGroup>
      {verdict && (
        <>
          <TextField
            label={t('feedback.trueCause')}
            description={t('feedback.trueCauseHint')}
            value={trueCause}
            onChange={setTrueCause}
            maxLength={300}
          />
          <TextAreaField
            label={t('feedback.comment')}
            value={comment}
            onChange={setComment}
            maxLength={1000}
            rows={2}
          />
          <div className={uiClasses.row}>
            <Button
              size="small"
              isPending={send.pending}
              onPress={() => send.run()}
            >
              {t('feedback.send')}
            </Button>
            <Button
              size="small"
              variant="tertiary"
              onPress={() => setVerdict(undefined)}
            >
              {t('act.cancel')}
            </Button>
          </div>
        </>
      )}
      {send.failure && <Alert status="danger" icon title={send.failure} />}
    </section>
  );
}
