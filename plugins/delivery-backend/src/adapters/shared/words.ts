import type { Outcome, Strategy } from '@ghostlight/plugin-delivery-common';

const outcomes: Record<Exclude<Outcome, 'unknown'>, string> = {
  running:
    'running started start begin pending queued created waiting in_progress progressing requested blocked preparing waiting_for_resource scheduled manual',
  succeeded:
    'succeeded success successful ok passed pass finished done healthy',
  failed:
    'failed failure fail error errored timed_out timeout startup_failure degraded broken',
  cancelled:
    'cancelled canceled aborted skipped stale terminated canceling cancel',
};

const known = new Map<string, Outcome>(
  (Object.keys(outcomes) as (keyof typeof outcomes)[]).flatMap(outcome =>
    outcomes[outcome].split(' ').map(word => [word, outcome] as const),
  ),
);

/** How it ended or stands, from the word that senders use for it. */
export function outcomeOf(
  word: string | undefined,
  fallback: Outcome = 'unknown',
): Outcome {
  return (
    known.get(word?.toLowerCase().replace(/[\s-]/g, '_') ?? '') ?? fallback
  );
}

const strategies = new Map<string, Strategy>([
  ['rolling', 'rolling'],
  ['rollingupdate', 'rolling'],
  ['recreate', 'recreate'],
  ['bluegreen', 'blue-green'],
  ['canary', 'canary'],
  ['ab', 'ab'],
  ['abtest', 'ab'],
]);

/** The strategy from the word that senders use for it. */
export function strategyOf(word: string | undefined): Strategy | undefined {
  return strategies.get(word?.toLowerCase().replace(/[^a-z]/g, '') ?? '');
}

/** The commit, when it is one: 7 to 64 hexadecimal digits. */
export function commitOf(text: string | undefined): string | undefined {
  return text && /^[0-9a-f]{7,64}$/i.test(text)
    ? text.toLowerCase()
    : undefined;
}

/** A tag that says a version: `v2.3.4`, `payments/2.3`, `2026.11.21`. */
export function versionOfRef(ref: string | undefined): string | undefined {
  const name = ref?.replace(/^refs\/(tags|heads)\//, '');
  return name && /^([\w.-]+[/@-])?v?\d+(\.\d+)+([-+.][\w.-]+)?$/.test(name)
    ? name
    : undefined;
}

/** As people write a commit. */
export function shortOf(commit: string | undefined): string | undefined {
  return commit?.slice(0, 7);
}

/** `registry.example.com/shop/payments:2.3.4@sha256:…` → its tag, else the beginning of its digest. */
export function versionOfImage(image: string | undefined): string | undefined {
  if (!image) return undefined;
  const [name, digest] = image.split('@');
  const [, tag] = /:([\w][\w.-]{0,127})$/.exec(name) ?? [];
  return tag ?? digest?.slice(0, 19);
}

/** The digest of an image that names one. */
export function digestOfImage(image: string | undefined): string | undefined {
  return /@(sha256:[0-9a-f]{64})$/.exec(image ?? '')?.[1];
}

const environments =
  /\b(prod|production|stag|stage|staging|preprod|uat|test|testing|qa|dev|development|sandbox|demo)\b/i;

/** An environment that a name speaks of: `Deploy to staging`. */
export function environmentIn(name: string | undefined): string | undefined {
  return environments.exec(name ?? '')?.[1].toLowerCase();
}
