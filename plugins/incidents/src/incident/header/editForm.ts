import type {
  IncidentDetail,
  IncidentEdit,
  Severity,
} from '@ghostlight/plugin-incidents-common';

/** What the dialog edits; nothing is undefined in it. */
export interface EditForm {
  title: string;
  severity: Severity;
  entityRefs: string[];
  summary: string;
  rootCause: string;
  mitigation: string;
}

export type EditField = keyof EditForm;

/** A field that both have changed. */
export interface Difference {
  field: EditField;
  theirs: string | string[];
  mine: string | string[];
}

export function formOf(incident: IncidentDetail): EditForm {
  return {
    title: incident.title,
    severity: incident.severity,
    entityRefs: incident.entities.map(each => each.entityRef),
    summary: incident.summary,
    rootCause: incident.rootCause ?? '',
    mitigation: incident.mitigation ?? '',
  };
}

const same = (a: unknown, b: unknown) => String(a) === String(b);

/** Only what differs from the incident as it was read. */
export function changesOf(
  form: EditForm,
  base: IncidentDetail,
): Omit<IncidentEdit, 'version'> {
  const before = formOf(base);
  const fields = Object.keys(form) as EditField[];
  return Object.fromEntries(
    fields
      .filter(field => !same(form[field], before[field]))
      .map(field => [field, form[field]]),
  );
}

/** Fields that the other has changed since `base`, and the reader has changed to something else. */
export function theirs(
  base: IncidentDetail,
  latest: IncidentDetail,
  form: EditForm,
): Difference[] {
  const before = formOf(base);
  const now = formOf(latest);
  return (Object.keys(form) as EditField[])
    .filter(
      field =>
        !same(now[field], before[field]) &&
        !same(form[field], before[field]) &&
        !same(form[field], now[field]),
    )
    .map(field => ({ field, theirs: now[field], mine: form[field] }));
}
