import { Navigate, useParams } from 'react-router-dom';
import { useIncidentLinks } from '../hooks';

/** `INC-0042/postmortem`, as the search index and other tools write it, is a part of the incident's page. */
export function ToPart() {
  const links = useIncidentLinks();
  const { incidentId = '', part } = useParams();
  return <Navigate replace to={links.incident(incidentId, part)} />;
}
