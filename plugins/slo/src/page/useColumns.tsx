import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { ObjectiveStatus } from '@ghostlight/plugin-slo-common';
import {
  Link,
  RelativeTime,
  Sparkline,
  StatusWord,
  toneOf,
  useFormats,
  type DataColumn,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import {
  budgetLeftText,
  burnOver,
  nameOf,
  objectiveName,
  windowText,
} from '../answer';
import { useSloText } from '../translation';
import classes from './page.module.css';

/** Where an objective is looked at: its entity's SLO tab with it chosen. */
export function useObjectiveLink(): (objective: ObjectiveStatus) => string {
  const entityLink = useEntityRefLink();
  return objective =>
    `${entityLink(objective.entityRef)}/slo?objective=${encodeURIComponent(
      objective.ref,
    )}`;
}

/** The columns of the list; those with the API's names of orders sort by it. */
export function useColumns(): DataColumn<ObjectiveStatus>[] {
  const t = useSloText();
  const format = useFormats();
  const entityLink = useEntityRefLink();
  const objectiveLink = useObjectiveLink();

  return useMemo(() => {
    const entityCell = (ref: string | undefined) =>
      ref ? (
        <Link
          href={entityLink(ref)}
          className={classes.truncate}
          title={nameOf(ref)}
        >
          {nameOf(ref)}
        </Link>
      ) : (
        '–'
      );
    return [
      {
        id: 'service',
        title: t('page.service'),
        width: 'minmax(152px, 1.2fr)',
        sortable: true,
        required: true,
        cell: row => entityCell(row.entityRef),
      },
      {
        id: 'objective',
        title: t('page.objective'),
        width: 'minmax(140px, 1.8fr)',
        sortable: true,
        cell: row => (
          <Link
            href={objectiveLink(row)}
            className={classes.truncate}
            title={objectiveName(row)}
          >
            {objectiveName(row)}
          </Link>
        ),
      },
      {
        id: 'state',
        title: t('page.state'),
        width: '144px',
        cell: row => <StatusWord status={row.status} />,
      },
      {
        id: 'budget',
        title: t('page.budgetLeft'),
        width: '156px',
        align: 'end',
        sortable: true,
        cell: row => budgetLeftText(row, { t, format }),
      },
      {
        id: 'burn',
        title: t('page.burn'),
        width: '104px',
        align: 'end',
        sortable: true,
        cell: row => format.rate(burnOver(row, '1h')),
      },
      {
        id: 'trend',
        title: t('page.trend'),
        width: '114px',
        cell: row => (
          <Sparkline
            values={row.spark}
            label={t('card.sparkLabel', {
              left: format.percent(row.budget.leftRatio),
            })}
            tone={toneOf(row.status)}
          />
        ),
      },
      {
        id: 'sli',
        title: t('page.sli'),
        width: '102px',
        align: 'end',
        cell: row => format.percent(row.budget.sli),
      },
      {
        id: 'target',
        title: t('page.target'),
        width: '88px',
        align: 'end',
        cell: row => format.target(row.target),
      },
      {
        id: 'window',
        title: t('page.window'),
        width: '80px',
        align: 'end',
        cell: row => windowText(row, { t, format }),
      },
      {
        id: 'owner',
        title: t('page.owner'),
        width: 'minmax(144px, 1fr)',
        sortable: true,
        cell: row => entityCell(row.ownerRef),
      },
      {
        id: 'system',
        title: t('page.system'),
        width: 'minmax(100px, 0.8fr)',
        cell: row => entityCell(row.systemRef),
      },
      {
        id: 'domain',
        title: t('page.domain'),
        width: 'minmax(100px, 0.8fr)',
        cell: row => entityCell(row.domainRef),
      },
      {
        id: 'updated',
        title: t('page.updated'),
        width: '104px',
        align: 'end',
        cell: row => <RelativeTime at={row.asOf} />,
      },
    ];
  }, [t, format, entityLink, objectiveLink]);
}
