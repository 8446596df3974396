/** What can be shipped to a service. */
export const versions = ['good', 'slow', 'failing', 'leaking'] as const;

export type Version = (typeof versions)[number];

/** How a version differs from a good one. */
export interface VersionEffect {
  /** As a release is called. */
  release: string;
  latencyFactor: number;
  /** Share of requests that fail. */
  failureShare: number;
  /** Bytes kept by every request. */
  leak: number;
  /** Of the recommendations' model. */
  quality: number;
}

const good: VersionEffect = {
  release: '2.3.3',
  latencyFactor: 1,
  failureShare: 0,
  leak: 0,
  quality: 0.91,
};

export const versionEffects: Record<Version, VersionEffect> = {
  good,
  slow: { ...good, release: '2.3.4-slow', latencyFactor: 9, quality: 0.86 },
  failing: {
    ...good,
    release: '2.3.4-failing',
    failureShare: 0.8,
    quality: 0.62,
  },
  leaking: { ...good, release: '2.3.4-leaking', leak: 256 * 1024 },
};

/** How a release behaves: as the end of its name says, well if it says nothing. */
export function versionOfRelease(release: string): Version {
  return versions.find(version => release.endsWith(`-${version}`)) ?? 'good';
}

/** The release after one that behaves so: after 2.3.3 comes 2.3.4, or 2.3.4-failing. */
export function releaseAfter(release: string, version: Version): string {
  const [, begin, patch] = /^(\d+\.\d+\.)(\d+)/.exec(release) ?? [];
  const next = begin ? `${begin}${Number(patch) + 1}` : '2.3.4';
  return version === 'good' ? next : `${next}-${version}`;
}

export function isVersion(name: unknown): name is Version {
  return versions.some(known => known === name);
}
