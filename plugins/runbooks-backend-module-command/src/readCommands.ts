import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readMilliseconds } from '@ghostlight/plugin-runbooks-node';
import { isAbsolute } from 'node:path';
import type { Command, Param } from './Command';
import { placeholdersIn } from './renderArguments';
import { resolveBinary } from './resolveBinary';

const root = 'runbooks.commands';
const usualPattern = '[\\w.:/@-]{1,200}';
const usualPath =
  '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const hour = 3_600_000;
const mostOutput = 1024 * 1024;

/**
 * By name. Programs are looked for now.
 *
 * @throws InputError that names the key
 */
export function readCommands(config: RootConfigService): Map<string, Command> {
  const section = config.getOptionalConfig(root);
  const commands = new Map<string, Command>();
  for (const name of section?.keys() ?? []) {
    if (!/^[a-z0-9][\w-]{0,62}$/i.test(name))
      throw new InputError(
        `${root}.${name}: letters, digits, hyphens and underscores, at most 63 of them`,
      );
    commands.set(name, readCommand(section!.getConfig(name), name));
  }
  for (const { name, undo } of commands.values())
    if (undo !== undefined && !commands.has(undo))
      throw new InputError(`${root}.${name}.undo: there is no ${undo}`);
  return commands;
}

function readCommand(entry: Config, name: string): Command {
  const key = `${root}.${name}`;
  const params = readParams(entry.getOptionalConfig('params'), key);
  const vector = (field: string) => {
    const [program, ...args] = entry.getStringArray(field);
    for (const arg of args) {
      const unknown = placeholdersIn(arg).find(
        one => one !== 'actionId' && !params.has(one),
      );
      if (unknown)
        throw new InputError(
          `${key}.${field}: there is no parameter ${unknown}`,
        );
      if (arg.includes('\0'))
        throw new InputError(`${key}.${field}: has a NUL character`);
    }
    return { binary: resolveBinary(program, `${key}.${field}`), args };
  };
  const cwd = entry.getOptionalString('cwd') ?? '/';
  if (!isAbsolute(cwd)) throw new InputError(`${key}.cwd: has to be absolute`);
  const timeoutMs = readMilliseconds(entry, key, 'timeout', 60_000);
  if (timeoutMs > hour) throw new InputError(`${key}.timeout: at most an hour`);
  const outputCap = entry.getOptionalNumber('outputCap') ?? 65_536;
  if (!Number.isInteger(outputCap) || outputCap < 0 || outputCap > mostOutput)
    throw new InputError(`${key}.outputCap: 0 to ${mostOutput} bytes`);
  return {
    name,
    description: entry.getOptionalString('description') ?? '',
    ...vector('command'),
    params,
    timeoutMs,
    outputCap,
    reversible: entry.getOptionalBoolean('reversible') ?? false,
    undo: entry.getOptionalString('undo'),
    ...(entry.has('readBack') && { readBack: vector('readBack') }),
    cwd,
    env: readEnvironment(entry, key),
    environment: entry.getOptionalString('environment'),
  };
}

function readParams(
  config: Config | undefined,
  key: string,
): Map<string, Param> {
  const params = new Map<string, Param>();
  for (const name of config?.keys() ?? []) {
    const place = `${key}.params.${name}`;
    if (!/^[A-Za-z]\w{0,62}$/.test(name) || name === 'actionId')
      throw new InputError(`${place}: is no name for a parameter`);
    const entry = config!.getConfig(name);
    const pattern = compile(
      entry.getOptionalString('pattern') ?? usualPattern,
      place,
    );
    const given = entry.getOptional('default');
    // An empty text is one, too.
    const usual = given === undefined ? undefined : String(given);
    if (usual !== undefined && !pattern.test(usual))
      throw new InputError(`${place}.default: does not fit the pattern`);
    params.set(name, {
      name,
      description: entry.getOptionalString('description'),
      pattern,
      ...(usual !== undefined && { default: usual }),
      mayBeOption: entry.getOptionalBoolean('mayBeOption') ?? false,
    });
  }
  return params;
}

function compile(pattern: string, key: string): RegExp {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    throw new InputError(`${key}.pattern: is no regular expression`);
  }
}

/** Nothing of the backend's environment, which has its secrets, but what is named. */
function readEnvironment(entry: Config, key: string): Record<string, string> {
  const env: Record<string, string> = { PATH: usualPath, LANG: 'C.UTF-8' };
  for (const name of entry.getOptionalStringArray('env') ?? []) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  const own = entry.getOptional<Record<string, string>>('variables') ?? {};
  for (const [name, value] of Object.entries(own)) {
    if (!/^[A-Za-z_]\w*$/.test(name) || String(value).includes('\0'))
      throw new InputError(`${key}.variables: ${name} is no variable`);
    env[name] = String(value);
  }
  return env;
}
