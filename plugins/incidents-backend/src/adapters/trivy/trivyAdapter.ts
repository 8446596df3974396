import type { JsonObject, JsonValue } from '@backstage/types';
import type { Adapter, Reading } from '@ghostlight/plugin-incidents-node';
import { UnreadableError } from '../shared';
import { readCycloneDx } from './readCycloneDx';
import { joinReadings } from './readLists';
import { readReport, readResult } from './readReport';
import { readSarif } from './readSarif';

const fix = 'Send Trivy’s JSON, SARIF 2.1.0 or CycloneDX 1.4 and later';

/**
 * Findings of Trivy, in each of the forms it writes, and of other scanners that write SARIF or CycloneDX.
 * A finding is no alert: it pages nobody.
 *
 * - JSON: a report (schema 2), a cluster’s report (`trivy k8s`), or a list of results (schema 1)
 * - SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 * - CycloneDX 1.4 and later, https://cyclonedx.org/docs/1.6/json/
 *
 * A secret’s matched text is never taken.
 *
 * Source: https://trivy.dev/latest/docs/configuration/reporting/ and aquasecurity/trivy
 * `pkg/types/report.go`, `pkg/report/sarif.go`, `pkg/sbom/cyclonedx/marshal.go` (read November 2026)
 */
export const trivyAdapter: Adapter = {
  id: 'trivy',
  title: 'Trivy',
  contract: 'JSON schema 2, SARIF 2.1.0, CycloneDX 1.4 and later',
  read: ({ body }) => {
    if (!Array.isArray(body)) return readDocument(body, '');
    return joinReadings(
      body.map((item, index) => readListed(item, `[${index}]`)),
    );
  },
};

/** One document of several: it must not decide over the others. */
function readListed(item: JsonValue, path: string): Reading {
  try {
    return readDocument(item, path);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    const { reason, field = path, said } = error;
    const rejected = [{ reason, field, raw: item, ...(said && { said }) }];
    return { alerts: [], rejected };
  }
}

function readDocument(body: JsonValue, path: string): Reading {
  if (!isObject(body))
    throw new UnreadableError(`expected an object. ${fix}`, path || 'body');
  if ('bomFormat' in body) return readCycloneDx(body, path);
  if ('runs' in body) return readSarif(body, path);
  if ('Target' in body) return readResult(body, path, {});
  if ('SchemaVersion' in body || 'Results' in body || 'Resources' in body)
    return readReport(body, path);
  throw new UnreadableError(`not a report. ${fix}`, path || 'body');
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
