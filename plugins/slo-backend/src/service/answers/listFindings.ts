import type { DocumentFindings } from '@ghostlight/plugin-slo-common';
import { definitionOf } from '../definitionOf';
import { getDocumentsOf } from '../database/getDocument';
import { getEntityVerdicts } from '../database/getEntityVerdicts';
import { getObjectiveRows } from '../database/objectiveRows';
import { lowTrafficFindings } from '../lowTrafficFindings';
import { readEntityRef } from '@ghostlight/reliability-node';
import type { ServiceContext } from '../ServiceContext';

/** What is wrong or unwise, document by document; those without findings are left out. */
export async function listFindings(
  { db }: ServiceContext,
  entityRef: string,
): Promise<DocumentFindings[]> {
  const ref = readEntityRef('entityRef', entityRef);
  const documents = await getDocumentsOf(db, ref);
  // The entity itself, or what the document measures that it is.
  const [measured = ref] = documents.flatMap(({ entityRef: of }) => of ?? []);
  const [verdicts, rows] = await Promise.all([
    getEntityVerdicts(db, measured),
    getObjectiveRows(db, { entityRef: measured }),
  ]);
  const objectives = new Map(
    rows.map(({ objective }) => [objective.ref, objective]),
  );
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
            .flatMap(verdict =>
              lowTrafficFindings(verdict, objectives.get(verdict.ref)),
            ),
        ],
      };
    })
    .filter(document => document.findings.length);
}
