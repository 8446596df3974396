import { createTwoFilesPatch } from 'diff';
import { stringify } from 'yaml';
import type { Manifest } from './Manifest';

const mostCharacters = 60_000;

/** Unified difference of the objects of two revisions as YAML; those that are the same are left out. */
export function diffManifests(
  before: { title: string; manifests: Manifest[] },
  after: { title: string; manifests: Manifest[] },
): string | undefined {
  const titles = new Set(
    [...before.manifests, ...after.manifests].map(({ title }) => title),
  );
  const written = ({ manifests }: typeof before, title: string) => {
    const found = manifests.find(manifest => manifest.title === title);
    return found ? stringify(found.object, { sortMapEntries: true }) : '';
  };
  const text = [...titles]
    .map(title => [title, written(before, title), written(after, title)])
    .filter(([, old, fresh]) => old !== fresh)
    .map(([title, old, fresh]) =>
      createTwoFilesPatch(
        `${title} (${before.title})`,
        `${title} (${after.title})`,
        old,
        fresh,
        undefined,
        undefined,
        { context: 4 },
      ),
    )
    .join('');
  if (text.length <= mostCharacters) return text || undefined;
  const more = text.length - mostCharacters;
  return `${text.slice(0, mostCharacters)}\n… (${more} more characters)\n`;
}
