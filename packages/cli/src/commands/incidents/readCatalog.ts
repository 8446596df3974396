import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
import { readText } from '../../readText';

/** The entities of a YAML file with `---` between them, as in `catalog-info.yaml`. */
export async function readCatalog(file: string): Promise<Entity[]> {
  return parseAllDocuments(await readText(file)).flatMap((document, index) => {
    const [problem] = document.errors;
    if (problem)
      throw new InputError(`${file}: ${problem.message.split('\n')[0]}`);
    const entity = document.toJS();
    if (entity === null) return [];
    if (!entity?.kind || !entity?.metadata?.name)
      throw new InputError(
        `${file}: document ${index + 1} has no kind or metadata.name`,
      );
    return [entity];
  });
}
