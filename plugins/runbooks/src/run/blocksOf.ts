import type { RunStep } from '@ghostlight/plugin-runbooks-common';

/** A step with its number in the run. */
export interface Numbered {
  step: RunStep;
  number: number;
}

/** Steps that belong together: one, or those that run at once. */
export interface Block {
  group: string | undefined;
  steps: Numbered[];
}

/** Blocks under one heading. */
export interface PhaseBlocks {
  phase: string | undefined;
  blocks: Block[];
}

/** Steps by phase, those of one group together, numbered through. */
export function blocksOf(steps: readonly RunStep[]): PhaseBlocks[] {
  const phases: PhaseBlocks[] = [];
  steps.forEach((step, index) => {
    let last = phases.at(-1);
    if (!last || last.phase !== step.phase) {
      last = { phase: step.phase, blocks: [] };
      phases.push(last);
    }
    const block = last.blocks.at(-1);
    const numbered = { step, number: index + 1 };
    if (block && step.group !== undefined && block.group === step.group) {
      block.steps.push(numbered);
    } else {
      last.blocks.push({ group: step.group, steps: [numbered] });
    }
  });
  return phases;
}
