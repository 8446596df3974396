import type { JsonObject } from '@backstage/types';
import type { DocumentFinding } from '@ghostlight/reliability-common';
import type { Token, Tokens } from 'marked';
import { plainText } from './plainText';
import { fenceKind, readFence } from './readFence';

const MAX_STEPS = 100;
const MAX_TEXT = 10_000;

type LineOf = (path: (string | number)[]) => number;
/** A heading and the steps below it. */
interface Phase {
  title: string;
  line: number;
  steps: { step: JsonObject; lineOf: LineOf }[];
}

/** Gathers the title, the phases and the steps of a Markdown text from its blocks. */
export class MarkdownReader {
  title?: string;
  description?: string;
  readonly phases: Phase[] = [];
  readonly findings: DocumentFinding[] = [];
  #phase: Phase = { title: 'Steps', line: 1, steps: [] };
  #count = 0;
  #hasHeading = false;

  private constructor() {
    this.phases.push(this.#phase);
  }

  static create() {
    return new MarkdownReader();
  }

  read(tokens: Token[], firstLine: number) {
    let line = firstLine;
    let before: string | undefined;
    for (const token of tokens) {
      if (token.type === 'heading')
        this.#readHeading(token as Tokens.Heading, line);
      else if (token.type === 'list')
        this.#readList(token as Tokens.List, line);
      else if (token.type === 'code') {
        const { lang, text } = token as Tokens.Code;
        if (fenceKind(lang)) this.#addFence(lang!, text, line, before);
      } else if (
        token.type === 'paragraph' &&
        !this.#count &&
        this.phases.length === 1
      ) {
        this.description ??= token.raw.trim().slice(0, MAX_TEXT);
      }
      // What stands right above a fence says what it is about.
      if (token.type === 'paragraph') before = token.raw.trim();
      else if (token.type !== 'space') before = undefined;
      line += newlines(token.raw);
    }
  }

  #readHeading({ text, depth }: Tokens.Heading, line: number) {
    const title = plainText(text) || 'Steps';
    if (!this.#hasHeading && depth === 1 && !this.#count) {
      this.title = title;
    } else {
      this.#phase = { title, line, steps: [] };
      this.phases.push(this.#phase);
    }
    this.#hasHeading = true;
  }

  #readList(list: Tokens.List, firstLine: number) {
    let line = firstLine;
    for (const item of list.items) {
      const fences = item.tokens.filter(
        token =>
          token.type === 'code' && fenceKind((token as Tokens.Code).lang),
      );
      if (list.ordered || item.task || fences.length)
        this.#readItem(item, line);
      line += newlines(item.raw);
    }
  }

  #readItem(item: Tokens.ListItem, firstLine: number) {
    const texts: string[] = [];
    const checklist: string[] = [];
    const fences: { fence: Tokens.Code; line: number }[] = [];
    let line = firstLine;
    for (const token of item.tokens) {
      if (token.type === 'code' && fenceKind((token as Tokens.Code).lang)) {
        fences.push({ fence: token as Tokens.Code, line });
      } else if (token.type === 'list' && isChecklist(token as Tokens.List)) {
        for (const { text } of (token as Tokens.List).items)
          checklist.push(plainText(text, 200) || '…');
      } else texts.push(token.raw);
      line += newlines(token.raw);
    }
    const text = texts.join('').trim();
    const title = plainText(text);
    // What the title says in full need not be said twice.
    const [first] = text.split('\n', 1);
    const rest = title.endsWith('…') ? text : text.slice(first.length).trim();
    const [own, ...others] = fences;
    if (own) {
      const { lang, text: body } = own.fence;
      this.#addFence(lang!, body, own.line, rest, title);
    } else if (text || checklist.length) {
      this.#add(
        {
          ...(title ? { title } : {}),
          manual: title || 'Check',
          ...(rest ? { text: rest.slice(0, MAX_TEXT) } : {}),
          ...(checklist.length ? { checklist: checklist.slice(0, 50) } : {}),
        },
        () => firstLine,
      );
    }
    for (const { fence, line: at } of others)
      this.#addFence(fence.lang!, fence.text, at);
  }

  #addFence(
    info: string,
    body: string,
    line: number,
    above?: string,
    title?: string,
  ) {
    if (this.#count > MAX_STEPS) return;
    const path = `spec.phases[${
      this.phases.filter(({ steps }) => steps.length).length -
      (this.#phase.steps.length ? 1 : 0)
    }].steps[${this.#phase.steps.length}]`;
    const { step, findings, lineOf } = readFence(info, body, path, line);
    this.findings.push(...findings);
    const named = title && step.title === undefined ? { title, ...step } : step;
    this.#add(explained(named, above), lineOf);
  }

  #add(step: JsonObject, lineOf: LineOf) {
    // One more than are taken, so that it is noticed.
    if (this.#count > MAX_STEPS) return;
    this.#count += 1;
    this.#phase.steps.push({ step, lineOf });
  }
}

/** With what stands above: the question, where none is written, or the text. */
function explained(step: JsonObject, above?: string): JsonObject {
  const text = above?.slice(0, MAX_TEXT);
  for (const kind of ['decision', 'approval'] as const) {
    if (step[kind] === '') {
      const asked = text || step.title;
      return asked ? { ...step, [kind]: asked } : step;
    }
  }
  return text && step.text === undefined ? { ...step, text } : step;
}

function isChecklist(list: Tokens.List): boolean {
  return list.items.length > 0 && list.items.every(({ task }) => task);
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    count += 1;
  return count;
}
