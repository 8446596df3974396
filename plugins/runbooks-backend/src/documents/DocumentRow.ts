import type { Finding, Mode } from '@ghostlight/plugin-runbooks-common';

export type DocumentKind = 'runbook' | 'policy' | 'experiment';

/** A row of `documents`; PostgreSQL gives bigints as strings. */
export interface DocumentRow {
  ref: string;
  kind: DocumentKind;
  title: string;
  owner_ref: string | null;
  system_ref: string | null;
  hash: string;
  spec: string | null;
  findings: string;
  about: string;
  /** That a policy is to act in; of one with errors `suggest`. */
  mode: Mode | null;
  facets: number | null;
  rehearse_seconds: number | null;
  updated_at: number | string;
}

/** What `about` holds. */
export interface DocumentAbout {
  description?: string;
  viewUrl?: string;
  editUrl?: string;
  /** Full refs of what it is for, where it says so. */
  serviceRefs: string[];
}

/** A document with its JSON read. */
export interface Document<Spec> {
  ref: string;
  kind: DocumentKind;
  title: string;
  ownerRef?: string;
  systemRef?: string;
  hash: string;
  spec?: Spec;
  findings: Finding[];
  about: DocumentAbout;
  updatedAt: number;
}

export function documentOf<Spec>(row: DocumentRow): Document<Spec> {
  return {
    ref: row.ref,
    kind: row.kind,
    title: row.title,
    ...(row.owner_ref && { ownerRef: row.owner_ref }),
    ...(row.system_ref && { systemRef: row.system_ref }),
    hash: row.hash,
    ...(row.spec && { spec: JSON.parse(row.spec) as Spec }),
    findings: JSON.parse(row.findings),
    about: JSON.parse(row.about),
    updatedAt: Number(row.updated_at),
  };
}
