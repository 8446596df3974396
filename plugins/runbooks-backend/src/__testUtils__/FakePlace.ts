import { say } from '@ghostlight/reliability-node';
import type { Action } from '@ghostlight/plugin-runbooks-node';
import { z } from 'zod';

const input = z.strictObject({
  name: z.string().min(1).max(100),
  password: z.string().optional(),
});

/** Somewhere that things are done to, and which remembers the ids that they came with. */
export class FakePlace {
  /** What was done, in order. */
  readonly effects: { id: string; action: string; name: string }[] = [];
  /** What is thrown by the next acts. */
  failing: Error[] = [];
  /** What is said by the next acts, after they were done: their answer is lost. */
  losing = 0;
  refusals: string[] = [];
  /** Whether nobody can say what would be done. */
  silent = false;
  /** Looks until it is over. */
  looks = 1;
  healthyShare?: number;

  private constructor() {}

  static create(): FakePlace {
    return new FakePlace();
  }

  /** An action that does it here. */
  action(id: string, options: Partial<Action> = {}): Action {
    const at = { looks: new Map<string, number>() };
    return {
      id,
      title: `Do ${id}`,
      description: 'Of tests',
      input,
      reads: ['Place'],
      changes: ['Place'],
      reversible: true,
      idempotent: true,
      secrets: ['password'],
      plan: async ({ name }) => {
        if (this.silent) throw new Error('Nobody answers');
        return {
          target: `place/${name}`,
          title: say('test.plan', `${id} ${name}`, { name }),
          changes: [{ label: name, from: 'off', to: 'on' }],
          undo: say('test.undo', 'Turn it off'),
          refusals: this.refusals.map(text => say('test.refused', text)),
          ...(this.healthyShare !== undefined && {
            healthyShare: this.healthyShare,
          }),
          pinned: { name },
        };
      },
      act: async ({ name }, { password }, { actionId, output }) => {
        const failure = this.failing.shift();
        if (failure) throw failure;
        output(`done to ${name} with ${password ?? 'nothing'}\n`);
        this.effects.push({ id: actionId, action: id, name: String(name) });
        if (this.losing > 0) {
          this.losing -= 1;
          throw new Error('The answer was lost');
        }
        return { state: 'applied', result: { count: this.effects.length } };
      },
      readBack: async (_pinned, { actionId }) =>
        this.effects.some(effect => effect.id === actionId)
          ? { state: 'applied', result: { count: this.effects.length } }
          : { state: 'absent' },
      observe: async (_pinned, _result, { actionId }) => {
        const seen = (at.looks.get(actionId) ?? 0) + 1;
        at.looks.set(actionId, seen);
        return seen >= this.looks
          ? { state: 'done', text: 'It is on' }
          : { state: 'progressing', text: 'Not yet', after: 20 };
      },
      ...options,
    };
  }
}
