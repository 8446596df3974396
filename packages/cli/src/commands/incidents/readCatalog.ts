import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { Composer, Parser } from 'yaml';
import { readText } from '../../readText';

/**
 * The entities of a YAML file with `---` between them, as in `catalog-info.yaml`: parsed one by one, as
 * the syntax of all takes many times the memory of what it says.
 *
 * @throws InputError when the file cannot be read, or, while they are gone through, one of them
 */
export async function readCatalog(file: string): Promise<Iterable<Entity>> {
  return parseEntities(await readText(file), file);
}

function* parseEntities(text: string, file: string): Generator<Entity> {
  let number = 0;
  for (const document of new Composer().compose(new Parser().parse(text))) {
    number += 1;
    const [problem] = document.errors;
    if (problem)
      throw new InputError(`${file}: ${problem.message.split('\n')[0]}`);
    const entity = document.toJS();
    if (entity === null) continue;
    if (!entity?.kind || !entity?.metadata?.name)
      throw new InputError(
        `${file}: document ${number} has no kind or metadata.name`,
      );
    yield entity;
  }
}
