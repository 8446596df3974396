import {
  builtinPolicies,
  checkDocument,
  policyFromDocument,
  selectPolicy,
  type Policy,
} from '@ghostlight/plugin-slo-common';
import { readBelongings } from '../documents';
import {
  getDocument,
  getDocumentsOfKind,
  type DocumentRow,
} from './database/getDocument';
import type { ServiceContext } from './ServiceContext';

/** A policy by ref; the conservative one when it is gone or wrong. */
export async function findPolicy(
  { db }: ServiceContext,
  ref: string,
): Promise<Policy> {
  const builtin = Object.values(builtinPolicies).find(
    policy => policy.ref === ref,
  );
  if (builtin) return builtin;
  const document = readPolicy(await getDocument(db, ref));
  return document
    ? policyFromDocument(document, ref)
    : builtinPolicies.conservative;
}

/** The policy that selects an entity without objectives; the conservative one when none does. */
export async function findPolicyFor(
  { db, reader }: ServiceContext,
  entityRef: string,
): Promise<Policy> {
  const [rows, belongings] = await Promise.all([
    getDocumentsOfKind(db, 'errorbudgetpolicy'),
    readBelongings(reader, [entityRef]),
  ]);
  const policies = rows.flatMap(row => {
    const document = readPolicy(row);
    return document ? [{ ref: row.ref, document }] : [];
  });
  const entity = belongings.get(entityRef)?.entity;
  const selected = entity && selectPolicy(policies, entity);
  return selected
    ? policyFromDocument(selected.document, selected.ref)
    : builtinPolicies.conservative;
}

function readPolicy(row: DocumentRow | undefined) {
  const { document } = checkDocument(row?.entity);
  return document?.kind === 'ErrorBudgetPolicy' ? document : undefined;
}
