import type { JsonObject } from '@backstage/types';
import { type DocumentFinding, errorAt } from '@ghostlight/reliability-common';
import { readFrontMatter } from './frontMatter';
import { lexBlocks } from './lexBlocks';
import { MarkdownReader } from './MarkdownReader';

/** A Markdown runbook in the form of YAML. */
export interface ReadMarkdown {
  /** The fields at its top. */
  fields: JsonObject;
  title?: string;
  description?: string;
  phases: JsonObject[];
  findings: DocumentFinding[];
  /** Line of the text for a path such as `spec.phases[0].steps[1].input.name`. */
  lineOf(path: string): number | undefined;
}

/**
 * Reads a Markdown text as a runbook: headings are phases, items of ordered lists and of task lists are
 * manual steps, fences named after a kind of step are such steps. Anything else is text.
 */
export function readMarkdown(text: string): ReadMarkdown {
  const front = readFrontMatter(text);
  const reader = MarkdownReader.create();
  const findings = [...front.findings];
  const tokens = lexBlocks(front.body);
  if (tokens) {
    reader.read(tokens, front.line);
    findings.push(...reader.findings);
  } else {
    findings.push(
      errorAt('spec.markdown', 'too-deep', 'The text is too nested, or long.', {
        allowed: '5,000 lines, 8 levels of lists and quotes',
      }),
    );
  }
  const phases = reader.phases.filter(({ steps }) => steps.length);
  return {
    fields: front.fields,
    title: reader.title,
    description: reader.description,
    phases: phases.map(({ title, steps }) => ({
      title,
      steps: steps.map(({ step }) => step),
    })),
    findings,
    lineOf(path) {
      const match =
        /^spec\.phases\[(\d+)\](?:\.steps\[(\d+)\])?(?:\.(.*))?$/.exec(path);
      const phase = match && phases[Number(match[1])];
      if (phase) {
        const step = phase.steps[Number(match[2])];
        return step ? step.lineOf(segments(match[3])) : phase.line;
      }
      const [root, ...rest] = segments(path);
      return root === 'spec' &&
        rest.length &&
        Object.hasOwn(front.fields, rest[0])
        ? front.lineAt?.(rest)
        : undefined;
    },
  };
}

function segments(path = ''): (string | number)[] {
  return path
    .split(/\.|(?=\[)/)
    .filter(Boolean)
    .map(part => (/^\[\d+\]$/.test(part) ? Number(part.slice(1, -1)) : part));
}
