import { Button, nameOf } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import type { Difference, EditField } from './editForm';
import classes from '../incident.module.css';

const names = {
  title: 'incident.titleLabel',
  severity: 'severity.label',
  entityRefs: 'incident.affected',
  summary: 'incident.summary',
  rootCause: 'incident.rootCause',
  mitigation: 'incident.mitigation',
} as const satisfies Record<EditField, string>;

function print(value: string | string[]): string {
  return Array.isArray(value) ? value.map(nameOf).join(', ') : value || '–';
}

/** What two people wrote at once, field by field, to choose from. */
export function Conflict(props: {
  differences: Difference[];
  onTakeTheirs(difference: Difference): void;
}) {
  const t = useIncidentsText();
  return (
    <section className={classes.conflict} aria-label={t('incident.conflict')}>
      {props.differences.map(each => (
        <div key={each.field}>
          <strong>{t(names[each.field])}</strong>
          <dl>
            <dt>{t('incident.theirs')}</dt>
            <dd>{print(each.theirs)}</dd>
            <dt>{t('incident.mine')}</dt>
            <dd>{print(each.mine)}</dd>
          </dl>
          <Button
            size="small"
            variant="secondary"
            onPress={() => props.onTakeTheirs(each)}
          >
            {t('incident.takeTheirs')}
          </Button>
        </div>
      ))}
    </section>
  );
}
