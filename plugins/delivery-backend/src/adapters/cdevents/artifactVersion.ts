/** `pkg:oci/payments@1.4.2?tag=x` → `1.4.2` */
export function artifactVersion(
  artifact: string | undefined,
): string | undefined {
  const [, version] = /@([^?#@]+)(?:[?#].*)?$/.exec(artifact ?? '') ?? [];
  if (!version) return undefined;
  try {
    return decodeURIComponent(version);
  } catch {
    return version;
  }
}
