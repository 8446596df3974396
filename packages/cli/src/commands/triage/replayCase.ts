import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { InputError, isError } from '@backstage/errors';
import { replayTriage } from '@ghostlight/plugin-incidents-backend/triage';
import {
  parseTriageCase,
  type TriageCase,
} from '@ghostlight/plugin-incidents-common';
import { ExitCode, type ExitStatus } from '../../ExitCode';
import { readText } from '../../readText';
import { textOf } from './textOf';

const mostSuspects = 100;
const schema =
  'docs/schemas/triage-case.json has the form; an empty object is the shortest case.';

/** Prints why the incident in a file happened, as the portal would say without a model. */
export async function replayCase(
  file: string,
  options: { text?: boolean; most?: string },
): Promise<ExitStatus> {
  const most = Number(options.most ?? 5);
  if (!Number.isInteger(most) || most < 1 || most > mostSuspects)
    throw new InputError(
      `--most is a number from 1 to ${mostSuspects}, not ${options.most}`,
    );
  const report = replayTriage(await readCase(file), { most });
  const output = options.text
    ? textOf(report)
    : `${JSON.stringify(report, null, 2)}\n`;
  if (!process.stdout.write(output)) await once(process.stdout, 'drain');
  return ExitCode.ok;
}

async function readCase(file: string): Promise<TriageCase> {
  const name = file === '-' ? 'standard input' : file;
  const source =
    file === '-' ? await text(process.stdin) : await readText(file);
  let body: unknown;
  try {
    // Other tools write a byte order mark.
    body = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new InputError(
      `${name} is not JSON: ${
        isError(error) ? error.message : error
      }. ${schema}`,
    );
  }
  try {
    return parseTriageCase(body);
  } catch (error) {
    if (!isError(error)) throw error;
    throw new InputError(`${name}: ${error.message}. ${schema}`);
  }
}
