import type { JsonObject, JsonValue } from '@backstage/types';
import { stringify } from 'yaml';
import type { WrittenRunbook } from './composeRunbook';

/** Fields that stay with the entity, where the catalog looks for them. */
const ofEntity = ['owner', 'system', 'service'];

/**
 * A runbook as a Markdown file and the entity that names it. What is not a step is front matter.
 *
 * @param options - `file` is the Markdown file beside the entity's
 */
export function asMarkdown(
  { apiVersion, kind, metadata, spec }: WrittenRunbook,
  options: { file: string },
): { entity: JsonObject; markdown: string } {
  const { phases, ...fields } = spec;
  const entries = Object.entries(fields);
  const own = entries.filter(([name]) => ofEntity.includes(name));
  const front = entries.filter(([name]) => !ofEntity.includes(name));
  const body = phases.map(
    ({ title, steps }) =>
      `## ${escape(title)}\n\n${steps.map(printStep).join('\n')}`,
  );
  return {
    entity: {
      apiVersion,
      kind,
      metadata,
      spec: {
        ...Object.fromEntries(own),
        markdown: { $text: `./${options.file}` },
      },
    },
    markdown: [
      `---\n${yaml(Object.fromEntries(front))}---\n`,
      `# ${escape(metadata.title)}\n`,
      ...body,
    ].join('\n'),
  };
}

function printStep(step: JsonObject): string {
  const { title, timeout, action, input, approval, manual, text } = step;
  const time = timeout ? ` timeout=${timeout}` : '';
  if (typeof action === 'string') {
    const head = typeof title === 'string' ? `${escape(title)}\n\n` : '';
    return `${head}${fence(`action ${action}${time}`, input)}`;
  }
  if (approval !== undefined)
    return fence(`approval${time}`, { question: approval });
  if (step.verify !== undefined) return fence('verify', step.verify);
  const boxes = Array.isArray(step.checklist) ? step.checklist : [];
  return [
    `1. ${escape(String(manual))}`,
    ...(text ? ['', `   ${text}`] : []),
    ...boxes.map(box => `   - [ ] ${escape(String(box))}`),
    '',
  ].join('\n');
}

/** A block of YAML that nothing in it can end. */
function fence(info: string, value: JsonValue | undefined): string {
  const isEmpty =
    value === undefined || JSON.stringify(value) === JSON.stringify({});
  const body = isEmpty ? '' : yaml(value);
  const longest = Math.max(
    2,
    ...(body.match(/`+/g) ?? []).map(run => run.length),
  );
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${info}\n${body}${ticks}\n`;
}

function yaml(value: JsonValue | undefined): string {
  return stringify(value, {
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
    lineWidth: 0,
  });
}

/** A text on one line of Markdown, as it is. */
function escape(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>()#+!|~&-]/g, '\\$&')
    .replace(/^(\d+)\./, '$1\\.');
}
