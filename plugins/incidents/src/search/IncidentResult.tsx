import type { Severity } from '@ghostlight/plugin-incidents-common';
import { Link } from '@ghostlight/reliability-react';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import type {
  IndexableDocument,
  ResultHighlight,
} from '@backstage/plugin-search-common';
import { useIncidentLinks } from '../hooks';
import { useIncidentsText } from '../translation';
import { LifecycleWord, SeverityWord, SEVERITIES, STATUSES } from '../words';
import classes from './search.module.css';

/** What the search index knows of an incident or of its postmortem. */
interface FoundIncident extends IndexableDocument {
  incidentId?: string;
  severity?: string;
  status?: string;
}

const SHOWN = 300;

/** An incident or a postmortem among the results of the portal's search. */
export function IncidentResult(props: {
  result?: IndexableDocument;
  highlight?: ResultHighlight;
}) {
  const t = useIncidentsText();
  const links = useIncidentLinks();
  const { highlight } = props;
  const result = props.result as FoundIncident | undefined;
  if (!result) return null;
  const severity = SEVERITIES.find(each => each === result.severity) as
    | Severity
    | undefined;
  const status = STATUSES.find(each => each === result.status);
  const isPostmortem = result.location.endsWith('/postmortem');
  const shown = (text: string, marked: string | undefined) =>
    highlight && marked ? (
      <HighlightedSearchResultText
        text={marked}
        preTag={highlight.preTag}
        postTag={highlight.postTag}
      />
    ) : (
      text
    );
  return (
    // The search page has each of these in an item of its list.
    <div className={classes.result}>
      <span className={classes.line}>
        <Link
          href={
            result.incidentId
              ? links.incident(
                  result.incidentId,
                  isPostmortem ? 'postmortem' : undefined,
                )
              : result.location
          }
        >
          {shown(result.title, highlight?.fields.title)}
        </Link>
        {isPostmortem && (
          <span className={classes.kind}>{t('search.postmortem')}</span>
        )}
        {severity && <SeverityWord severity={severity} />}
        {status && <LifecycleWord status={status} />}
      </span>
      <p className={classes.text}>
        {shown(result.text.slice(0, SHOWN), highlight?.fields.text)}
      </p>
    </div>
  );
}
