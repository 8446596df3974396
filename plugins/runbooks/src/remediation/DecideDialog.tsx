import {
  Dialog,
  DialogBody,
  DialogHeader,
  QueryBoundary,
} from '@ghostlight/reliability-react';
import { PlannedSteps } from '../plan/PlannedSteps';
import { NotAllowed } from '../states/NotAllowed';
import { useRunbooksText } from '../translation';
import { SaidList } from '../words';
import { AttemptApproval } from './AttemptApproval';
import { EvidenceList } from './EvidenceList';
import { useAttempt } from './useRemediation';
import classes from './remediation.module.css';

/** What exactly will run and why, before somebody agrees to it. */
export function DecideDialog(props: {
  id: string;
  title: string;
  onChanged(): void;
  onClose(): void;
}) {
  const t = useRunbooksText();
  const { id, title, onChanged, onClose } = props;
  const attempt = useAttempt(id, false);
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={720}>
      <DialogHeader>
        {id} · {title}
      </DialogHeader>
      <DialogBody>
        <QueryBoundary
          query={attempt}
          what={t('attempt.what', { id })}
          forbidden={<NotAllowed />}
        >
          {data => (
            <div className={classes.page}>
              <strong>{t('approvals.willRun')}</strong>
              <SaidList sentences={data.plan.refusals} />
              <PlannedSteps steps={data.plan.steps} />
              <EvidenceList evidence={data.evidence} />
              <AttemptApproval
                attempt={data}
                onChanged={() => {
                  onChanged();
                  onClose();
                }}
              />
            </div>
          )}
        </QueryBoundary>
      </DialogBody>
    </Dialog>
  );
}
