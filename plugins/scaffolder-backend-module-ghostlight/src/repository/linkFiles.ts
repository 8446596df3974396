import { InputError } from '@backstage/errors';
import {
  type Document,
  isMap,
  isNode,
  isSeq,
  parseAllDocuments,
  type YAMLSeq,
} from 'yaml';
import { printYaml } from '../texts/printYaml';
import { nameOf } from '../texts/nameOf';
import { addDocument } from '../workspace/addDocument';

/**
 * A catalog file whose Location names further files. The first Location with a list of targets gets
 * them; where there is none, one is added. What is there already is not added again, and everything
 * else stays to the letter.
 *
 * @param options - `name` is for a Location that is added; by default made of the first entity's
 */
export function linkFiles(
  text: string,
  options: { files: readonly string[]; name?: string },
): { text: string; added: string[] } {
  const targets = options.files.map(file => `./${file}`);
  const documents = documentsOf(text);
  if (!documents)
    throw new InputError('The catalog file is not YAML, and is left as it is');
  const present = targetsOf(documents);
  const added = targets.filter(target => !present.has(normal(target)));
  if (!added.length) return { text, added };
  const [list] = listsOf(documents);
  const inserted = list && insert(text, list, added);
  if (inserted !== undefined && hasAll(inserted, added, documents.length))
    return { text: inserted, added };
  const name = options.name ?? nameFor(documents);
  const location = printYaml(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Location',
      metadata: { name },
      spec: { targets: added },
    },
    { head: 'Further files that the catalog reads.' },
  );
  const appended = addDocument(text, location, {
    file: 'the catalog file',
    ifExists: 'append',
  });
  return { text: appended, added };
}

/** Below the last item, as that is indented; in brackets before they end. */
function insert(text: string, list: YAMLSeq, added: readonly string[]) {
  const [start, end] = list.range ?? [0, 0];
  if (list.flow) {
    const before = text.slice(0, end - 1).trimEnd();
    const isFirst = !list.items.length || before.endsWith(',');
    const quoted = added.map(target => JSON.stringify(target)).join(', ');
    return `${before}${isFirst ? '' : ', '}${quoted}${text.slice(end - 1)}`;
  }
  const last = list.items[list.items.length - 1];
  const lastEnd = isNode(last) ? last.range?.[1] : undefined;
  if (lastEnd === undefined) return undefined;
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const newline = text.indexOf('\n', lastEnd);
  const cut = newline < 0 ? text.length : newline;
  const items = added.map(target => `\n${indent}- ${target}`).join('');
  return `${text.slice(0, cut)}${items}${text.slice(cut) || '\n'}`;
}

/** A comment or an odd layout may swallow what was inserted. */
function hasAll(text: string, added: readonly string[], count: number) {
  const documents = documentsOf(text);
  if (documents?.length !== count) return false;
  const present = targetsOf(documents);
  return added.every(target => present.has(normal(target)));
}

function documentsOf(text: string): Document.Parsed[] | undefined {
  const documents = parseAllDocuments(text);
  return Array.isArray(documents) &&
    documents.every(({ errors }) => !errors.length)
    ? documents
    : undefined;
}

function listsOf(documents: readonly Document.Parsed[]): YAMLSeq[] {
  return documents.flatMap(document => {
    if (!isMap(document.contents) || document.get('kind') !== 'Location')
      return [];
    const list = document.getIn(['spec', 'targets'], true);
    return isSeq(list) ? [list] : [];
  });
}

function targetsOf(documents: readonly Document.Parsed[]): Set<string> {
  const lists = listsOf(documents).map(list => list.toJSON() as unknown[]);
  return new Set(lists.flat().map(normal));
}

/** Locations of all repositories share one namespace, so it is named after what is here. */
function nameFor(documents: readonly Document.Parsed[]): string {
  const names = documents.map(document =>
    isMap(document.contents) ? document.getIn(['metadata', 'name']) : undefined,
  );
  const [first = 'service'] = names.filter(
    (name): name is string => typeof name === 'string',
  );
  return nameOf(first.slice(0, 50), 'reliability');
}

function normal(target: unknown): string {
  return String(target).replace(/^\.\//, '');
}
