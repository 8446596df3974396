import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { ActionInfo } from '@ghostlight/plugin-runbooks-common';
import type { RunbooksService } from '@ghostlight/plugin-runbooks-node';

/** An installed action, with the JSON Schema of its input. */
export type KnownAction = Pick<ActionInfo, 'id' | 'title' | 'reversible'> & {
  input: JsonObject;
};

/** The installed actions by id; undefined, and told, when they cannot be read. */
export async function readActions(
  runbooks: RunbooksService,
  options: { credentials: BackstageCredentials; logger: LoggerService },
): Promise<Map<string, KnownAction> | undefined> {
  const { credentials, logger } = options;
  try {
    const actions = await runbooks.listActions({ credentials });
    return new Map(
      actions.map(({ id, title, reversible, input }) => [
        id,
        { id, title, reversible, input: input as JsonObject },
      ]),
    );
  } catch (error) {
    logger.warn(
      `The installed actions cannot be read, and so are not checked: ${
        toError(error).message
      }`,
    );
    return undefined;
  }
}
