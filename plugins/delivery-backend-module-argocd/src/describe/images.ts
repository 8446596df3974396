import type { Source } from '../argo/Application';

/** `registry.example/shop/payments:2.3.4@sha256:…` → its tag, else the beginning of its digest. */
export function versionOfImage(image: string): string | undefined {
  const [name, digest] = image.split('@');
  return /:(\w[\w.-]{0,127})$/.exec(name)?.[1] ?? digest?.slice(0, 19);
}

export function digestOfImage(image: string | undefined): string | undefined {
  return /@(sha256:[0-9a-f]{64})$/.exec(image ?? '')?.[1];
}

/** The image that an application is about: the one that is named like it, else the first. */
export function mainImage(images: string[], app: string): string | undefined {
  const nameOf = (image: string) =>
    image.split('@')[0].split('/').pop()!.split(':')[0];
  const parts = app.toLowerCase().split(/[^a-z0-9]+/);
  return (
    images.find(image => nameOf(image) === app) ??
    images.find(image => app.startsWith(`${nameOf(image)}-`)) ??
    images.find(image => parts.includes(nameOf(image).toLowerCase())) ??
    images[0]
  );
}

/** A version that the parameters of a source say: a tag for Helm or Kustomize, or the version of a chart. */
export function versionOfSource(
  sources: Source[],
  revisions: string[],
): string | undefined {
  for (const { helm, kustomize } of sources) {
    const tag = helm?.parameters?.find(({ name }) =>
      /(^|\.)(tag|version)$/.test(name),
    )?.value;
    const image = kustomize?.images?.map(versionOfImage).find(Boolean);
    if (tag || image) return tag ?? image;
  }
  const chart = sources.findIndex(source => source.chart);
  if (chart >= 0)
    return revisions[chart] ?? sources[chart].targetRevision ?? undefined;
  const [tag] = sources.flatMap(({ targetRevision }) =>
    isVersion(targetRevision) ? targetRevision! : [],
  );
  return tag;
}

/** As people write a commit; other revisions as they are. */
export function shortOf(revision: string | undefined): string | undefined {
  return isCommit(revision) ? revision.slice(0, 7) : revision;
}

export function isCommit(revision: string | undefined): revision is string {
  return /^[0-9a-f]{40}$|^[0-9a-f]{64}$/.test(revision ?? '');
}

function isVersion(ref: string | null | undefined): boolean {
  return /^([\w.-]+[/@-])?v?\d+(\.\d+)+([-+.][\w.-]+)?$/.test(ref ?? '');
}
