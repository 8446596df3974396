import type { RedactionKind } from '../kinds';
import type { Span } from '../spans';
import { matchesOf } from '../matchesOf';

interface Form {
  kind: RedactionKind;
  source: string;
  form: RegExp;
}

const apart = (source: string, flags: string) =>
  new RegExp(`(?<![A-Za-z0-9])(?:${source})`, flags);
const form = (kind: RedactionKind, source: string): Form => ({
  kind,
  source,
  form: apart(source, 'gi'),
});

/** Forms of as many characters as there are, so that what follows is never taken for a part. */
const short: Form[] = [
  form(
    'cloud-key',
    '(?:AKIA|ASIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Z0-9])',
  ),
  form('cloud-key', 'AIza[A-Za-z0-9_-]{35}'),
  form('token', 'gh[pousr]_[A-Za-z0-9]{36}'),
];

/** What vendors' keys and tokens begin with; those that are cut off too. */
const forms: Form[] = [
  ...short,
  form(
    'jwt',
    'eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}(?:\\.[A-Za-z0-9_-]*){0,3}',
  ),
  form('jwt', 'eyJ(?:hbGci|0eXAi|raWQi|jdHki|lbmMi)[A-Za-z0-9_-]{4,}\\.?'),
  // Amazon, cut off.
  form('cloud-key', '(?:AKIA|ASIA)[A-Z0-9]{10,}'),
  // Google: API keys, access and refresh tokens, client secrets.
  form('cloud-key', 'AIza[A-Za-z0-9_-]{12,}'),
  form('cloud-key', 'ya29\\.[A-Za-z0-9_-]{8,}'),
  form('cloud-key', '1//0[A-Za-z0-9_-]{20,}'),
  form('cloud-key', 'GOCSPX-[A-Za-z0-9_-]{8,}'),
  // Microsoft: client secrets; keys of storage accounts are found by their names.
  form('cloud-key', '[A-Za-z0-9_~.-]{3}\\dQ~[A-Za-z0-9_~.-]{20,}'),
  // GitHub, GitLab, Slack, Stripe.
  form('token', 'gh[pousr]_[A-Za-z0-9]{8,}'),
  form('token', 'github_pat_[A-Za-z0-9_]{8,}'),
  form(
    'token',
    'gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat|ffct)-[A-Za-z0-9_.-]{8,}',
  ),
  form('token', 'xox[abeoprs]-[A-Za-z0-9.-]{8,}'),
  form('token', 'xapp-\\d-[A-Za-z0-9-]{8,}'),
  form(
    'token',
    'hooks\\.slack\\.com/(?:services|workflows|triggers)/[A-Za-z0-9/]{8,}',
  ),
  form('token', '[srp]k_(?:live|test)_[A-Za-z0-9]{8,}'),
  form('token', 'whsec_[A-Za-z0-9+/=]{8,}'),
  // Anthropic, OpenAI and those that do as they do.
  form('token', 'sk-(?:ant|proj|svcacct|admin|or|lf)-[A-Za-z0-9_-]{8,}'),
  form('token', 'sk-(?=[A-Za-z-]{0,40}\\d)[A-Za-z0-9_-]{20,}'),
  form('token', 'xai-[A-Za-z0-9]{20,}'),
  form('token', 'hf_[A-Za-z0-9]{16,}'),
  // Others that announce themselves.
  form('token', 'npm_[A-Za-z0-9]{20,}'),
  form('token', 'pypi-AgE[A-Za-z0-9_-]{20,}'),
  form('token', 'dckr_(?:pat|oat)_[A-Za-z0-9_-]{16,}'),
  form('token', 'SG\\.[A-Za-z0-9_-]{12,}\\.[A-Za-z0-9_-]{8,}'),
  form('token', 'shp(?:at|ca|pa|ss)_[A-Fa-f0-9]{16,}'),
  form('token', 'do[opr]_v1_[a-f0-9]{16,}'),
  form('token', 'hv[sbr]\\.[A-Za-z0-9_-]{16,}'),
  form('token', 'gls[ac]_[A-Za-z0-9_]{16,}'),
  form('token', 'glc_[A-Za-z0-9+/=]{16,}'),
  form('token', 'NR(?:AK|JS|RA|AL)-[A-Za-z0-9]{12,}'),
  form('token', 'ATATT3x[A-Za-z0-9_=-]{16,}'),
  form('token', 'dapi[a-f0-9]{24,}'),
  form('token', 'sntry[su]_[A-Za-z0-9_=+/-]{16,}'),
  form('token', 'sq0(?:atp|csp)-[A-Za-z0-9_-]{16,}'),
  form('token', 'lin_api_[A-Za-z0-9]{16,}'),
  form('token', 'PMAK-[a-f0-9-]{16,}'),
  form('token', 'AGE-SECRET-KEY-1[A-Z0-9]{16,}'),
  form('token', '\\d{8,10}:AA[A-Za-z0-9_-]{30,}'),
  form('token', 'dp\\.(?:pt|st|ct|sa|scim|audit)\\.[A-Za-z0-9]{16,}'),
  form('token', '[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{16,}'),
];

/** Most texts have none, which is one look instead of forty. */
const anyForm = apart(forms.map(({ source }) => source).join('|'), 'i');

/** Keys and tokens that are known by how they begin. */
export function findTokens(text: string): Span[] {
  if (!anyForm.test(text)) return [];
  return forms.flatMap(each => findForm(text, each));
}

export function findShortTokens(text: string): Span[] {
  return short.flatMap(each => findForm(text, each));
}

function findForm(text: string, { kind, form: pattern }: Form): Span[] {
  return matchesOf(text, pattern).map(({ index, 0: value }) => ({
    from: index,
    to: index + value.length,
    kind,
    value,
  }));
}
