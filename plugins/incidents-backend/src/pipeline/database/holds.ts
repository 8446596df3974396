/**
 * SQL for whether an alert keeps its incident from being over: it fires, and is not one of lesser severity in
 * an incident that had worse ones. A ticket's burn rate goes on for hours after the service is well.
 */
export function holds(alert: string): string {
  const severe = `severity in ('critical', 'error')`;
  return `${alert}.status = 'firing' and (${alert}.${severe} or not exists (
    select 1 from alerts worse where worse.incident_number = ${alert}.incident_number
      and worse.${severe}))`;
}
