import type { ObjectiveStatus } from '@ghostlight/plugin-slo-common';
import { StatusShape, useFormats } from '@ghostlight/reliability-react';
import { answerOf } from '../answer';
import { useSloText } from '../translation';
import classes from './tab.module.css';

/** The first thing said on the tab. */
export function Answer(props: {
  objective: ObjectiveStatus;
  service?: string;
}) {
  const t = useSloText();
  const format = useFormats();
  const { objective, service } = props;
  return (
    <h2 className={classes.answer}>
      <StatusShape status={objective.status} size={18} />
      <span>{answerOf(objective, { t, format }, service)}</span>
    </h2>
  );
}
