import type { JsonObject, JsonValue } from '@backstage/types';
import type { FindingEvent, Reading } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import {
  cleanLabels,
  findingEventOf,
  findingSeverityOf,
  readItems,
  UnreadableError,
} from '../shared';
import { objectIn, readList } from './readLists';

const vulnerability = z.looseObject({
  id: z.string().min(1),
  affects: z.array(z.looseObject({ ref: z.string().min(1) })).nullish(),
  ratings: z
    .array(z.looseObject({ severity: z.unknown().optional() }))
    .nullish(),
});

/** Worst first. */
const severities = ['critical', 'high', 'medium', 'low', 'unknown'] as const;
/** What the supplier says is no weakness here (VEX), or no longer one. */
const harmless = new Set([
  'resolved',
  'resolved_with_pedigree',
  'false_positive',
  'not_affected',
]);
/** Components are nested by some; a bound for what is only nested to hurt. */
const maxComponents = 200_000;

/** CycloneDX 1.4 and later: one finding for each component that a vulnerability affects. */
export function readCycloneDx(bom: JsonObject, path: string): Reading {
  if (bom.bomFormat !== 'CycloneDX') {
    throw new UnreadableError(
      'expected CycloneDX',
      path ? `${path}.bomFormat` : 'bomFormat',
    );
  }
  const subject = objectIn(bom, 'metadata', 'component');
  const components = componentsOf(bom);
  const target = subject.name ?? subject['bom-ref'] ?? bom.serialNumber;
  const labels = cleanLabels({
    artifact: subject.name,
    version: subject.version,
    purl: subject.purl,
  });
  return readList(bom, 'vulnerabilities', path, (items, at) =>
    readItems(items, {
      path: at,
      schema: vulnerability,
      read(item, raw) {
        const { state } = objectIn(raw, 'analysis');
        if (typeof state === 'string' && harmless.has(state)) return {};
        // A vulnerability that names no component affects the subject.
        const affected = item.affects?.length ? item.affects : [undefined];
        return {
          findings: affected.map(affects => {
            const part = partOf(affects, components);
            return findingEventOf({
              rule: item.id,
              title: [
                part ? `${item.id} in ${part.name}` : item.id,
                item.description,
              ],
              severity: worst(item.ratings),
              target,
              package: part?.name,
              installedVersion: part?.version,
              fixedVersion: fixedVersionOf(item.recommendation, part?.name),
              url: objectIn(raw, 'source').url ?? firstUrl(item.advisories),
              labels: part?.purl ? { ...labels, purl: part.purl } : labels,
            });
          }),
        };
      },
    }),
  );
}

interface Part {
  name: string;
  version?: string;
  purl?: string;
}

function componentsOf(bom: JsonObject): Map<string, Part> {
  const found = new Map<string, Part>();
  const waiting: JsonValue[] = [bom.components ?? []];
  for (let seen = 0; waiting.length && seen < maxComponents; ) {
    const list = waiting.pop();
    if (!Array.isArray(list)) continue;
    for (const item of list) {
      seen += 1;
      const component = objectIn(item);
      const ref = component['bom-ref'];
      if (typeof ref === 'string' && typeof component.name === 'string') {
        found.set(ref, {
          name: component.name,
          version: textOf(component.version),
          purl: textOf(component.purl),
        });
      }
      if (component.components) waiting.push(component.components);
    }
  }
  return found;
}

/** A component by its ref, which may be a BOM-Link (`urn:cdx:…#ref`) or a package URL of another BOM. */
function partOf(
  affects: { ref: string; [name: string]: unknown } | undefined,
  components: Map<string, Part>,
): Part | undefined {
  if (!affects) return undefined;
  const { ref } = affects;
  const local = decoded(
    ref.slice(ref.startsWith('urn:cdx:') ? ref.indexOf('#') + 1 : 0),
  );
  const part = components.get(ref) ?? components.get(local) ?? ofPurl(local);
  const version = part.version ?? affectedVersion(affects.versions);
  return { ...part, version };
}

/** `pkg:npm/%40scope/name@1.0.0?arch=x` → `@scope/name`, `1.0.0`. */
function ofPurl(ref: string): Part {
  const purl = /^pkg:[\w.+-]+\/([^?#]{1,1000})/.exec(ref)?.[1];
  if (!purl) return { name: ref };
  const at = purl.lastIndexOf('@');
  return at > 0
    ? {
        name: decoded(purl.slice(0, at)),
        version: purl.slice(at + 1),
        purl: ref,
      }
    : { name: decoded(purl), purl: ref };
}

function affectedVersion(versions: unknown): string | undefined {
  if (!Array.isArray(versions)) return undefined;
  const listed = versions.slice(0, 100).map(version => objectIn(version));
  return textOf(
    listed.find(({ status }) => (status ?? 'affected') === 'affected')?.version,
  );
}

function worst(
  ratings: readonly { severity?: unknown }[] | null | undefined,
): FindingEvent['severity'] {
  const given = (ratings ?? []).map(({ severity }) =>
    findingSeverityOf(severity),
  );
  return severities.find(severity => given.includes(severity)) ?? 'unknown';
}

/** `Upgrade openssl to version 3.0.9`, as Trivy writes it, of the package that is named. */
function fixedVersionOf(
  recommendation: unknown,
  name: string | undefined,
): string | undefined {
  if (typeof recommendation !== 'string') return undefined;
  const upgrades = recommendation
    .slice(0, 4000)
    .matchAll(/Upgrade (\S{1,200}) to version ([^\s;]{1,100})/g);
  for (const [, upgraded, version] of upgrades)
    if (upgraded === name) return version;
  return undefined;
}

function firstUrl(advisories: unknown): JsonValue | undefined {
  return Array.isArray(advisories) ? objectIn(advisories[0]).url : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}
