import { ActionRefusal } from '@ghostlight/plugin-runbooks-node';
import type { Command } from './Command';
import { say } from './say';

const placeholder = /\{([A-Za-z]\w*)\}/g;
const longest = 4_000;

/** Names of what is filled in. */
export function placeholdersIn(argument: string): string[] {
  return [...argument.matchAll(placeholder)].map(([, name]) => name);
}

/**
 * The arguments with their parameters: each value stays within its argument, and is not looked at again.
 *
 * @param values - of parameters, and of `actionId` where it is known
 * @throws ActionRefusal
 */
export function renderArguments(
  command: Command,
  args: string[],
  values: Record<string, string>,
): string[] {
  return args.map(argument => {
    let isOption = false;
    const filled = argument.replace(
      placeholder,
      (whole, name: string, at: number) => {
        if (!Object.hasOwn(values, name)) return whole;
        const value = values[name];
        const param = command.params.get(name);
        if (at === 0 && value.startsWith('-') && !param?.mayBeOption)
          isOption = true;
        return value;
      },
    );
    // Also where an empty value leaves the next one at the beginning.
    const becameOption = filled.startsWith('-') && !argument.startsWith('-');
    const may = placeholdersIn(argument).some(
      name => command.params.get(name)?.mayBeOption,
    );
    if (isOption || (becameOption && !may))
      throw ActionRefusal.of(
        say(
          'option',
          `${command.name}: a parameter may not begin with a hyphen`,
          { command: command.name },
        ),
      );
    if (filled.length > longest || filled.includes('\0'))
      throw ActionRefusal.of(
        say('argument', `${command.name}: an argument is too long or has NUL`, {
          command: command.name,
        }),
      );
    return filled;
  });
}

/**
 * Parameters that were given and those that are usual.
 *
 * @throws ActionRefusal for what is unknown, missing or does not fit
 */
export function checkParams(
  command: Command,
  given: Record<string, string>,
): Record<string, string> {
  const { name: of, params } = command;
  const refuse = (code: string, name: string, text: string) =>
    ActionRefusal.of(say(code, text, { command: of, param: name }));
  const unknown = Object.keys(given).find(name => !params.has(name));
  if (unknown !== undefined)
    throw refuse('unknown-param', unknown, `${of} has no parameter ${unknown}`);
  const values: Record<string, string> = {};
  for (const { name, pattern, default: usual } of params.values()) {
    const value = Object.hasOwn(given, name) ? given[name] : usual;
    if (value === undefined)
      throw refuse('missing-param', name, `${of} needs the parameter ${name}`);
    if (!pattern.test(value))
      throw refuse(
        'wrong-param',
        name,
        `${of}: the value of ${name} does not fit ${pattern.source}`,
      );
    values[name] = value;
  }
  return values;
}
