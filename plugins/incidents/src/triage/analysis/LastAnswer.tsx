import { Button, useUrlState } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { triageUrl } from '../triageUrl';
import { useRuns } from '../useTriage';

/** Where asking once more failed: back to the latest analysis that there is. */
export function LastAnswer(props: { incidentId: string; latest: string }) {
  const t = useIncidentsText();
  const [, setUrl] = useUrlState(triageUrl);
  const runs = useRuns(props.incidentId, props.latest);
  const answered = runs.data?.items.find(
    each => each.task === 'analysis' && each.state === 'done',
  );
  if (!answered) return null;
  return (
    <div>
      <Button
        size="small"
        variant="secondary"
        onPress={() => setUrl({ run: answered.id, evidence: '' })}
      >
        {t('analysis.lastAnswer', { id: answered.id })}
      </Button>
    </div>
  );
}
