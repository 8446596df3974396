import {
  QueryBoundary,
  Skeleton,
  useFormats,
} from '@ghostlight/reliability-react';
import { useSummary } from '../hooks';
import { useSloText } from '../translation';
import { headlineOf } from './headlineOf';
import classes from './page.module.css';

const spans = ['1h', '6h', '1d'] as const;

/** The organisation in one sentence, and how much of it kept its promises lately. */
export function Headline() {
  const t = useSloText();
  const format = useFormats();
  const summary = useSummary('owner');
  return (
    <QueryBoundary
      query={summary}
      what={t('tab.what')}
      loading={<Skeleton width={420} height={26} />}
      // The table below says it in full.
      forbidden={<></>}
      isEmpty={data => data.services === 0}
      empty={<></>}
    >
      {data => (
        <div className={classes.line}>
          <h2 className={classes.headline}>{headlineOf(data, t)}</h2>
          {data.met && (
            <dl className={classes.met} title={t('page.metHint')}>
              {spans.map(span => (
                <div key={span}>
                  <dt>
                    {t('page.met')} {format.window(span)}
                  </dt>
                  <dd>{format.percent(data.met?.[span])}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      )}
    </QueryBoundary>
  );
}
