import { ConflictError } from '@backstage/errors';

/**
 * The lease was taken over by another holder or released: what was about to be written must not be.
 *
 * @public
 */
export class LeaseLostError extends ConflictError {
  constructor(name: string, token: number) {
    super(`Lease '${name}' is no longer held with token ${token}`);
  }
}
