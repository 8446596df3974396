import { ConflictError, InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { ActionFacts } from '@ghostlight/plugin-runbooks-common';
import type {
  Action,
  RunbooksExtensionPoint,
} from '@ghostlight/plugin-runbooks-node';
import { z } from 'zod';

/** The actions that are installed: the allow-list of what runbooks, policies and people may have done. */
export class ActionDirectory implements RunbooksExtensionPoint {
  private readonly actions = new Map<string, Action>();

  private constructor() {}

  static create(): ActionDirectory {
    return new ActionDirectory();
  }

  addAction(action: Action): void {
    if (this.actions.has(action.id))
      throw new ConflictError(`There is an action '${action.id}' already`);
    this.actions.set(action.id, action);
  }

  all(): Action[] {
    return [...this.actions.values()];
  }

  get(id: string): Action | undefined {
    return this.actions.get(id);
  }

  /** @throws InputError when it is not installed */
  require(id: string): Action {
    const action = this.actions.get(id);
    if (!action)
      throw new InputError(
        `The action '${id.slice(0, 100)}' is not installed; there are ${[
          ...this.actions.keys(),
        ].join(', ')}`,
      );
    return action;
  }

  /** What documents are checked against. */
  known(): ReadonlyMap<string, ActionFacts> {
    return new Map(
      this.all().map(action => [
        action.id,
        { reversible: action.reversible, input: schemaOf(action) },
      ]),
    );
  }
}

/** JSON Schema of an action's input. */
export function schemaOf(action: Action): JsonObject {
  return z.toJSONSchema(action.input, {
    io: 'input',
    unrepresentable: 'any',
  }) as JsonObject;
}

/**
 * The input as the action wants it.
 *
 * @throws InputError that names the fields
 */
export function parseInput(action: Action, input: unknown): JsonObject {
  const parsed = action.input.safeParse(input);
  if (parsed.success) return parsed.data as JsonObject;
  throw new InputError(
    `input of ${action.id}: ${parsed.error.issues
      .slice(0, 5)
      .map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`)
      .join('; ')}`,
  );
}
