import type { TriageCase } from '@ghostlight/plugin-incidents-common';
import type {
  LogAnswer,
  LogQuestion,
  LogSource,
} from '@ghostlight/plugin-incidents-node';
import { inTime, say } from '@ghostlight/reliability-node';
import { isoOf } from '../../../service/times';
import { eachOf } from '../eachOf';
import { logKey, type EvidencePart, type PartContext } from '../EvidencePart';
import { mineTemplates, readLine, type LogTemplate } from '../templates';

type Log = NonNullable<TriageCase['logs']>[number];

const mostEntities = 8;
const mostLines = 1_000;
const mostTemplates = 20;
const atOnce = 4;
/** Milliseconds that one source gets for one entity. */
const patience = 8_000;

/** Templates of the log lines of what is affected, each with how often it came before and during. */
export async function readLogs(context: PartContext): Promise<EvidencePart> {
  const { logSources, scope } = context;
  if (!logSources.size) return {};
  const asked = scope.near
    .slice(0, mostEntities)
    .flatMap(ref => questionsOf(context, ref));
  if (!asked.length)
    return {
      missing: [
        say(
          'triage.missing.logsUnknown',
          'No logs: no source knows where those of what is affected are',
        ),
      ],
    };
  const found = await eachOf(asked, atOnce, each => readOne(context, each));
  return {
    case: { logs: found.flatMap(part => part.case?.logs ?? []) },
    links: new Map(found.flatMap(part => [...(part.links ?? [])])),
    missing: found.flatMap(part => part.missing ?? []),
  };
}

interface Asked {
  source: LogSource;
  question: Omit<LogQuestion, 'from' | 'to'>;
}

function questionsOf(
  { logSources, context: { graph }, scope }: PartContext,
  entityRef: string,
): Asked[] {
  const question = {
    entityRef,
    annotations: { ...graph.get(entityRef)?.annotations },
    limit: mostLines,
  };
  return [...logSources.values()]
    .filter(source => source.knows({ ...question, ...scope.during }))
    .map(source => ({ source, question }));
}

async function readOne(
  { scope, signal, logger }: PartContext,
  { source, question }: Asked,
): Promise<EvidencePart> {
  const { entityRef } = question;
  const { name } = source;
  try {
    const [before, during] = await inTime(patience, late => {
      const either = AbortSignal.any([signal, late]);
      return Promise.all([
        source.read({ ...question, ...scope.before }, either),
        source.read({ ...question, ...scope.during }, either),
      ]);
    });
    const templates = mostTelling(mineTemplates(linesOf(before, during)));
    return {
      case: {
        logs: templates.map(template => describe(template, entityRef, name)),
      },
      links: new Map(
        during.link ? [[logKey(name, entityRef), during.link]] : [],
      ),
      ...((before.truncated || during.truncated) && {
        missing: [
          say(
            'triage.missing.logsCut',
            `Of the logs of ${entityRef} in ${name} only ${mostLines} lines were read`,
            { entity: entityRef, source: name, lines: mostLines },
          ),
        ],
      }),
    };
  } catch (error) {
    signal.throwIfAborted();
    const why = error instanceof Error ? error.message : String(error);
    logger.warn(`Evidence: no logs of ${entityRef} from ${name}: ${why}`);
    return {
      missing: [
        say(
          'triage.missing.logsFailed',
          `No logs of ${entityRef} from ${name}: ${why}`,
          { entity: entityRef, source: name, why },
        ),
      ],
    };
  }
}

function linesOf(before: LogAnswer, during: LogAnswer) {
  return [
    ...before.lines.map(line => ({ ...readLine(line), before: true })),
    ...during.lines.map(line => ({ ...readLine(line), before: false })),
  ];
}

const grave =
  /\b(?:error|fatal|panic|critical|severe|emerg|alert|exception)\b/i;

/** What is new or came more often first, errors before all else; what stopped counts too. */
function mostTelling(templates: LogTemplate[]): LogTemplate[] {
  const weight = ({ count, before, level, text }: LogTemplate) =>
    Math.abs(Math.log((count + 0.5) / (before + 0.5))) +
    (count > before && grave.test(`${level ?? ''} ${text}`) ? 3 : 0);
  return templates
    .map(template => ({ template, weight: weight(template) }))
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        a.template.first - b.template.first ||
        (a.template.text < b.template.text ? -1 : 1),
    )
    .slice(0, mostTemplates)
    .map(({ template }) => template);
}

function describe(
  { text, level, count, before, first, last, example }: LogTemplate,
  entityRef: string,
  source: string,
): Log {
  return {
    entityRef,
    at: isoOf(first),
    until: isoOf(last),
    level: level?.slice(0, 20),
    // Once, the line itself tells more than what would be left of it.
    text: count + before === 1 ? example : text,
    // What stopped came at least once, before.
    ...(count > 0 && { count }),
    before,
    source,
  };
}
