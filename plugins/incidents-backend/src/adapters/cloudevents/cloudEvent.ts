export {
  cloudEvent,
  cloudEventDataOf as dataOf,
  cloudEventHeaders as binaryHeaders,
  cloudEventsOf as eventsOf,
  fieldAt as at,
  type CloudEvent,
} from '@ghostlight/reliability-node';
