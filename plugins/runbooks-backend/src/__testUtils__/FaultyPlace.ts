import type { JsonObject } from '@backstage/types';
import type { Action } from '@ghostlight/plugin-runbooks-node';
import { say } from '@ghostlight/reliability-node';
import { z } from 'zod';

/** Somewhere that faults are put into and taken out of, and which remembers the ids that they came with. */
export class FaultyPlace {
  /** What was done, in order. */
  readonly effects: { id: string; action: string }[] = [];
  readonly refusals: string[] = [];
  /** What the last fault was planned with. */
  given?: JsonObject;
  /** How many acts happen and lose their answer. */
  losing = 0;

  private constructor() {}

  static create(): FaultyPlace {
    return new FaultyPlace();
  }

  /** A fault that is to be taken back, one that ends by itself, and what takes back. */
  actions(): Action[] {
    return [
      this.action('chaos-mesh:network', {
        makesFaults: true,
        undo: () => ({ action: 'test:remove', input: { name: 'network' } }),
      }),
      this.action('kubernetes:delete-pods'),
      this.action('litmus:run', { makesFaults: true }),
      this.action('test:remove'),
    ];
  }

  private action(id: string, more: Partial<Action> = {}): Action {
    const name = id.split(':')[1];
    return {
      id,
      title: `Do ${id}`,
      description: 'Of tests',
      input: z.looseObject({}),
      reads: ['Place'],
      changes: ['Place'],
      reversible: true,
      idempotent: true,
      plan: async given => {
        if (id !== 'test:remove') this.given = given as JsonObject;
        return {
          target: `place/${name}`,
          title: say('test.plan', id),
          changes: [{ label: name, from: 'well', to: 'not' }],
          share: 0.3,
          refusals: this.refusals.map(text => say('test.refused', text)),
          pinned: { name },
        };
      },
      act: async (_pinned, _input, { actionId }) => {
        this.effects.push({ id: actionId, action: id });
        if (this.losing > 0) {
          this.losing -= 1;
          throw new Error('The answer was lost');
        }
        return { state: 'applied', result: { name } };
      },
      readBack: async (_pinned, { actionId }) =>
        this.effects.some(effect => effect.id === actionId)
          ? { state: 'applied', result: { name } }
          : { state: 'absent' },
      observe: async () => ({ state: 'done', text: 'It is there' }),
      ...more,
    };
  }
}
