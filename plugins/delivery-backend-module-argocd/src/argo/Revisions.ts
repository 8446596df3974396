import { VendorError } from '@ghostlight/reliability-node';
import { z } from 'zod';
import { mainImage } from '../describe/images';
import { sourceDigest } from '../describe/canonical';
import { readManifests, type Manifest } from '../manifests/Manifest';
import {
  revisionsOf,
  sourcesOf,
  timeOf,
  type Application,
  type Source,
} from './Application';
import type { AppName, ArgoClient } from './ArgoClient';

/** Answers that are kept: they never change. */
const kept = 500;
/** Manifests are large; few are kept. */
const keptManifests = 40;

const metadataSchema = z.object({
  author: z.string().nullish(),
  date: z.string().nullish(),
  message: z.string().nullish(),
});

/** What Git says of a revision. */
export interface RevisionNote {
  author?: string;
  at?: number;
  message?: string;
}

/** What of an application is asked about. */
interface Asked {
  app: Application;
  row: {
    revision?: string | null;
    revisions?: string[] | null;
    source?: Source | null;
    sources?: Source[] | null;
  };
}

/** Asks Argo CD about revisions, each once. */
export class Revisions {
  private readonly notes = new Map<string, RevisionNote>();
  private readonly rendered = new Map<string, Manifest[]>();
  private readonly images = new Map<string, string>();

  private constructor(private readonly client: ArgoClient) {}

  static create(options: { client: ArgoClient }): Revisions {
    return new Revisions(options.client);
  }

  /** Author, date and message; nothing when Argo CD does not say, as of a chart. */
  async note({ app, row }: Asked, signal: AbortSignal): Promise<RevisionNote> {
    const [revision] = revisionsOf(row);
    const [source] = sourcesOf(app.spec);
    if (!revision || !source || source.chart) return {};
    const key = `${source.repoURL} ${revision}`;
    const known = this.notes.get(key);
    if (known) return known;
    try {
      const said = metadataSchema.parse(
        await this.client.lookInGit(
          nameOf(app),
          `revisions/${encodeURIComponent(revision)}/metadata`,
          signal,
        ),
      );
      const note = {
        author: said.author?.replace(/\s*<[^>]*>\s*$/, '') || undefined,
        at: timeOf(said.date),
        message: said.message?.split('\n')[0].slice(0, 200) || undefined,
      };
      keep(this.notes, key, note, kept);
      return note;
    } catch (error) {
      return passedOver(error, signal) ?? {};
    }
  }

  /**
   * The objects that a revision asks for. Argo CD renders them from the application's source as it is now:
   * there are none for a row that had another one.
   *
   * @throws VendorError when Argo CD cannot render it
   */
  async manifests(
    { app, row }: Asked,
    signal: AbortSignal,
  ): Promise<Manifest[] | undefined> {
    if (!hasSourceOf(app, row)) return undefined;
    const key = keyOf({ app, row });
    const known = this.rendered.get(key);
    if (known) return known;
    const revisions = revisionsOf(row);
    const answer = await this.client.lookInGit(
      nameOf(app),
      'manifests',
      signal,
      app.spec.sources?.length
        ? revisions.flatMap((revision, index) => [
            ['revisions', revision] as const,
            ['sourcePositions', String(index + 1)] as const,
          ])
        : revisions
            .slice(0, 1)
            .map(revision => ['revision', revision] as const),
    );
    const manifests = readManifests(answer);
    keep(this.rendered, key, manifests, keptManifests);
    return manifests;
  }

  /** The image that a revision runs. */
  async image(asked: Asked, signal: AbortSignal): Promise<string | undefined> {
    const key = keyOf(asked);
    const known = this.images.get(key);
    if (known) return known;
    try {
      const manifests = await this.manifests(asked, signal);
      const images = (manifests ?? []).flatMap(manifest => manifest.images);
      const image = mainImage(images, asked.app.metadata.name);
      if (image) keep(this.images, key, image, kept);
      return image;
    } catch (error) {
      return passedOver(error, signal);
    }
  }
}

/** Whether a row was rendered from the source that the application has now. */
export function hasSourceOf(app: Application, row: Asked['row']): boolean {
  const sources = sourcesOf(row);
  return (
    !sources.length ||
    sourceDigest(sources) === sourceDigest(sourcesOf(app.spec))
  );
}

/** What is only nice to know is done without. */
function passedOver(error: unknown, signal: AbortSignal): undefined {
  signal.throwIfAborted();
  if (error instanceof VendorError || error instanceof z.ZodError)
    return undefined;
  throw error;
}

export function nameOf({ metadata, spec }: Application): AppName {
  return {
    name: metadata.name,
    namespace: metadata.namespace,
    project: spec.project,
  };
}

function keyOf({ app, row }: Asked): string {
  const { uid, namespace, name } = app.metadata;
  const sources = sourceDigest(sourcesOf(app.spec));
  return [uid, namespace, name, sources, ...revisionsOf(row)].join(' ');
}

function keep<T>(map: Map<string, T>, key: string, value: T, most: number) {
  map.set(key, value);
  if (map.size > most) map.delete(map.keys().next().value!);
}
