import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ModelPrice, ModelTier } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';

const key = 'incidents.triage.anthropic';

/** The section, defaults filled in. */
export interface ClaudeConfig {
  /** Without it nothing is sent. */
  apiKey?: string;
  baseUrl: string;
  effort: 'low' | 'medium' | 'high' | 'xhigh' | 'max';
  models: Record<ModelTier, { name: string; price: ModelPrice }>;
}

const price = z.strictObject({
  input: z.number().min(0).max(10_000),
  output: z.number().min(0).max(10_000),
  cachedInput: z.number().min(0).max(10_000).optional(),
  of: z.iso.date(),
});

const settings = z.strictObject({
  apiKey: z.string().trim().min(1).optional(),
  baseUrl: z.url({ protocol: /^https?$/ }).default('https://api.anthropic.com'),
  models: z
    .strictObject({
      analysis: z.string().min(1).max(100).default('claude-sonnet-5-5'),
      small: z.string().min(1).max(100).default('claude-haiku-5-5'),
    })
    .prefault({}),
  effort: z.enum(['low', 'medium', 'high', 'xhigh', 'max']).default('medium'),
  prices: z.record(z.string(), price).default({}),
});

/** US dollars per million tokens. */
const knownPrices: Record<string, ModelPrice> = {
  'claude-sonnet-5-5': { input: 2, output: 10, of: '2026-11-21' },
  'claude-haiku-5-5': { input: 0.1, output: 0.5, of: '2026-11-21' },
};

/**
 * Reads `incidents.triage.anthropic`. A model without a price would be one without a budget, so it is
 * refused.
 *
 * @throws InputError that names the key
 */
export function readClaudeConfig(root: RootConfigService): ClaudeConfig {
  const read = settings.safeParse(root.getOptional(key) ?? {});
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new InputError(`${[key, ...issue.path].join('.')}: ${issue.message}`);
  }
  const { apiKey, baseUrl, effort, models, prices } = read.data;
  const withPrice = (name: string) => {
    const found = prices[name] ?? knownPrices[name];
    if (!found)
      throw new InputError(
        `${key}.prices: there is none for the model ${name}; its budget needs one`,
      );
    return { name, price: found };
  };
  return {
    ...(apiKey && { apiKey }),
    baseUrl,
    effort,
    models: {
      analysis: withPrice(models.analysis),
      small: withPrice(models.small),
    },
  };
}
