import type { DocumentFindings } from '@ghostlight/plugin-slo-common';
import { definitionOf } from '../definitionOf';
import { getDocumentsOf } from '../database/getDocument';
import { getEntityVerdicts } from '../database/getEntityVerdicts';
import { lowTrafficFindings } from '../lowTrafficFindings';
import { readEntityRef } from '../readEntityRef';
import type { ServiceContext } from '../ServiceContext';

/** What is wrong or unwise, document by document; those without findings are left out. */
export async function listFindings(
  { db }: ServiceContext,
  entityRef: string,
): Promise<DocumentFindings[]> {
  const ref = readEntityRef('entityRef', entityRef);
  const [documents, verdicts] = await Promise.all([
    getDocumentsOf(db, ref),
    getEntityVerdicts(db, ref),
  ]);
  return documents
    .map(({ ref: documentRef, entity, findings }) => {
      const { definitionUrl } = definitionOf(entity);
      return {
        documentRef,
        title: entity.metadata.title ?? entity.metadata.name,
        ...(definitionUrl && { definitionUrl }),
        findings: [
          ...findings,
          ...verdicts
            .filter(verdict => verdict.documentRef === documentRef)
            .flatMap(lowTrafficFindings),
        ],
      };
    })
    .filter(document => document.findings.length);
}
