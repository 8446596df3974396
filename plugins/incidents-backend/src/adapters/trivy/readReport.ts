import type { JsonObject } from '@backstage/types';
import type { Reading } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import {
  cleanLabels,
  findingEventOf,
  findingSeverityOf,
  readItems,
} from '../shared';
import { joinReadings, objectIn, readList, readObjects } from './readLists';

const id = z.string().min(1);
const vulnerability = z.looseObject({
  VulnerabilityID: id,
  PkgName: z.string(),
});
const misconfiguration = z
  .looseObject({ ID: id.optional(), AVDID: id.optional() })
  .refine(({ ID, AVDID }) => ID || AVDID, { path: ['ID'] });
const secret = z.looseObject({ RuleID: id });
const license = z.looseObject({ Name: id });

/** A report of one artifact, or of a cluster with its resources. */
export function readReport(report: JsonObject, path: string): Reading {
  const labels = {
    artifact: report.ArtifactName,
    artifact_type: report.ArtifactType,
    cluster: report.ClusterName,
    // What the image says of itself, by which its entity may be found.
    ...objectIn(report, 'Metadata', 'ImageConfig', 'config', 'Labels'),
  };
  return joinReadings([
    readList(report, 'Results', path, (results, at) =>
      readObjects(results, at, (result, resultPath) =>
        readResult(result, resultPath, labels),
      ),
    ),
    readList(report, 'Resources', path, (resources, at) =>
      readObjects(resources, at, (resource, resourcePath) =>
        readList(resource, 'Results', resourcePath, (results, resultsPath) =>
          readObjects(results, resultsPath, (result, resultPath) =>
            readResult(result, resultPath, {
              ...labels,
              ...objectIn(
                resource,
                'Metadata',
                'ImageConfig',
                'config',
                'Labels',
              ),
              namespace: resource.Namespace,
              kind: resource.Kind,
              name: resource.Name,
            }),
          ),
        ),
      ),
    ),
  ]);
}

/** The findings in one target. */
export function readResult(
  result: JsonObject,
  path: string,
  context: Record<string, unknown>,
): Reading {
  const target = result.Target;
  // Once for a target, not once for each of its thousands of findings.
  const labels = cleanLabels({
    ...context,
    target,
    class: result.Class,
    type: result.Type,
  });
  return joinReadings([
    readList(result, 'Vulnerabilities', path, (items, at) =>
      readItems(items, {
        path: at,
        schema: vulnerability,
        read: item => ({
          findings: [
            findingEventOf({
              rule: item.VulnerabilityID,
              title: [item.Title, `${item.VulnerabilityID} in ${item.PkgName}`],
              severity: findingSeverityOf(item.Severity),
              target: item.PkgPath || target,
              package: item.PkgName,
              installedVersion: item.InstalledVersion,
              fixedVersion: item.FixedVersion,
              url: item.PrimaryURL,
              labels,
            }),
          ],
        }),
      }),
    ),
    readList(result, 'Misconfigurations', path, (items, at) =>
      readItems(items, {
        path: at,
        schema: misconfiguration,
        read: (item, raw) => {
          if (item.Status === 'PASS' || item.Status === 'EXCEPTION') return {};
          const { Resource, StartLine } = objectIn(raw, 'CauseMetadata');
          return {
            findings: [
              findingEventOf({
                rule: item.ID ?? item.AVDID ?? '',
                title: [item.Title, item.Message],
                severity: findingSeverityOf(item.Severity),
                target,
                url: item.PrimaryURL,
                labels,
                at: `${textOf(Resource)}:${textOf(StartLine)}`,
              }),
            ],
          };
        },
      }),
    ),
    readList(result, 'Secrets', path, (items, at) =>
      readItems(items, {
        path: at,
        schema: secret,
        read: item => ({
          findings: [
            findingEventOf({
              rule: item.RuleID,
              title: [item.Title, item.Category],
              severity: findingSeverityOf(item.Severity),
              target,
              labels,
              at: textOf(item.StartLine),
            }),
          ],
        }),
      }),
    ),
    readList(result, 'Licenses', path, (items, at) =>
      readItems(items, {
        path: at,
        schema: license,
        read: item => ({
          findings: [
            findingEventOf({
              rule: `license:${item.Name}`,
              title: [`License ${item.Name}`],
              severity: findingSeverityOf(item.Severity),
              target: item.FilePath || target,
              package: item.PkgName,
              url: item.Link,
              labels,
            }),
          ],
        }),
      }),
    ),
  ]);
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : '';
}
