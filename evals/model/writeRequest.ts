import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Unanswered } from './RecordedApi';

/**
 * Writes a request that nobody answered for somebody to read: what Claude would be sent and nothing else,
 * not even the name of the case, which would tell what it is.
 */
export function writeRequest(
  folder: string,
  { hash, request }: Omit<Unanswered, 'case'>,
  /** What was answered about the same case before it or its ranking changed. */
  earlier?: object,
) {
  const { model, system, messages, tools, tool_choice, output_config } =
    request;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `${hash}.json`),
    `${JSON.stringify(
      {
        request: hash,
        answerIn: answerFileOf(hash),
        model,
        system: linesOf(system),
        messages: messages.map(({ role, content }) => ({
          role,
          content: readable(content),
        })),
        mayCallTools: Boolean(tools?.length) && tool_choice?.type !== 'none',
        tools,
        schemaOfAnswer: output_config?.format?.schema,
      },
      null,
      2,
    )}\n`,
  );
  if (earlier)
    writeFileSync(
      join(folder, `${hash}.earlier.json`),
      `${JSON.stringify(earlier, null, 2)}\n`,
    );
  writeFileSync(join(folder, 'README.md'), howTo);
}

export const answerFileOf = (hash: string) => `${hash}.answer.json`;

const howTo = `# Requests to answer

Each \`<hash>.json\` is one request as Claude would get it: \`system\` is what it is told (one line an entry), \`messages\` what it is asked, \`schemaOfAnswer\` the form of the answer. Read nothing but this file, and answer as the model should: from the records in it alone.

Write the answer as one JSON object in that form to \`<hash>.answer.json\` beside it. All fields are there, empty where there is nothing to say; 12,000 characters at most. To look something up first, where \`mayCallTools\` is true, write \`{"tools": [{"name": "logs_of", "input": {"entity": "…", "text": ""}}]}\` instead: what the tool finds comes as another request.

Where there is a \`<hash>.earlier.json\`, it was the answer to the same incident before something in the request changed. It may be built on, but ids of records may be others now: hold all of it against the request.

Then: \`./ghostlight evals --only=model --answers DIR --requests DIR\`. What is not in the form is said with its place. When another request comes of it (what a tool found, or one chance to mend what does not hold), it is written here too.
`;

function linesOf(text: unknown): unknown {
  return typeof text === 'string' ? text.split('\n') : text;
}

/** JSON in texts as what it is. */
function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, readable(one)]),
    );
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
