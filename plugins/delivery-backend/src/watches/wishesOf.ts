import type { Entity } from '@backstage/catalog-model';
import type { Sentence, Watch } from '@ghostlight/plugin-delivery-common';
import { say } from '@ghostlight/reliability-node';
import { changeRules, type RuleSpec } from './RuleSpec';
import { readAutomatic, type WatchSettings } from './readWatchSettings';
import type { StoredRule } from './WatchRow';

/** Changes the rules for one entity: `latency_p95 >= 0.5 critical 5 min; throughput off; objectives off`. */
export const WATCH_RULES_ANNOTATION = 'ghostlight.dev/watch-rules';
/** What a failed watch leads to: `off`, `plan` or `apply`. */
export const AUTOMATIC_ROLLBACK_ANNOTATION =
  'ghostlight.dev/automatic-rollback';

const ownObjectives =
  /(?<=^|[;\n])[ \t]*objectives[ \t]+(on|off)[ \t\r]*(?=$|[;\n])/g;

/** How one entity is to be watched. */
export interface WatchWishes {
  rules: RuleSpec[];
  /** Whether its own objectives are judged, too. */
  objectives: boolean;
  automatic: Watch['automaticRollback'];
  /** Annotations that could not be read; without them it is as configured. */
  wrong: string[];
}

export function wishesOf(
  entity: Entity | undefined,
  settings: WatchSettings,
): WatchWishes {
  const annotations = entity?.metadata.annotations ?? {};
  const wishes: WatchWishes = {
    rules: settings.rules,
    objectives: settings.objectives,
    automatic: settings.automaticRollback,
    wrong: [],
  };
  const read = (name: string, take: (text: string) => void) => {
    const text = annotations[name];
    if (text === undefined) return;
    try {
      take(text);
    } catch (error) {
      wishes.wrong.push(`${name}: ${(error as Error).message}`.slice(0, 300));
    }
  };
  read(WATCH_RULES_ANNOTATION, text => {
    const own = [...text.matchAll(ownObjectives)].at(-1)?.[1];
    wishes.rules = changeRules(settings.rules, text.replace(ownObjectives, ''));
    if (own) wishes.objectives = own === 'on';
  });
  read(AUTOMATIC_ROLLBACK_ANNOTATION, text => {
    wishes.automatic = readAutomatic(text, 'value');
  });
  // Who wrote something unreadable may have meant to switch it off.
  if (wishes.wrong.some(what => what.startsWith(AUTOMATIC_ROLLBACK_ANNOTATION)))
    wishes.automatic = 'off';
  return wishes;
}

/** Rules of which nothing was read yet. */
export function unreadRules(rules: RuleSpec[]): StoredRule[] {
  return rules.map(rule => ({
    ...rule,
    points: [],
    state: 'no-data',
    said: say('watch.rule.first', 'There is no reading yet.'),
  }));
}

/** What is to be corrected in the annotations. */
export function adviceOnWishes({ wrong }: WatchWishes): Sentence[] {
  return wrong.map(what =>
    say('watch.advice.annotation', `Correct the annotation ${what}`, { what }),
  );
}
