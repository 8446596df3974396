import { InputError, NotFoundError } from '@backstage/errors';
import { incidentNumberOf } from '@ghostlight/plugin-incidents-common';

/** The largest number that the column of incidents holds. */
const mostNumbers = 2 ** 31 - 1;

/**
 * The number of an incident.
 *
 * @throws NotFoundError
 */
export function readIncidentId(id: string): number {
  const number = incidentNumberOf(id);
  if (number === undefined || number > mostNumbers)
    throw new NotFoundError(`No incident '${id.slice(0, 30)}'`);
  return number;
}

/**
 * The key of a row whose id is a whole number.
 *
 * @throws NotFoundError
 */
export function readRowId(what: string, id: string): number {
  if (!/^[1-9]\d{0,14}$/.test(id))
    throw new NotFoundError(`No ${what} '${id.slice(0, 30)}'`);
  return Number(id);
}

/**
 * Keys of rows that a request names, each once.
 *
 * @throws InputError that names the field
 */
export function readRowIds(field: string, ids: string[]): number[] {
  const wrong = ids.find(id => !/^[1-9]\d{0,14}$/.test(id));
  if (wrong !== undefined)
    throw new InputError(`${field}: '${wrong.slice(0, 30)}' is not an id`);
  return [...new Set(ids.map(Number))];
}
