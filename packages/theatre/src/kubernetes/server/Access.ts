import { ApiError } from '../ApiError';
import type { ApiRequest } from './readRequest';

/** What a token may do. `*` is everything; without namespaces a rule holds in all. */
export interface AccessRule {
  verbs: string[];
  /** `deployments`, `deployments/status`. */
  resources: string[];
  /** Default: all. */
  groups?: string[];
  namespaces?: string[];
}

/** Whose a token is. */
export interface Account {
  /** `system:serviceaccount:ghostlight:ghostlight` */
  user: string;
  rules: AccessRule[];
}

/** May everything. */
export const everything: AccessRule[] = [{ verbs: ['*'], resources: ['*'] }];

type Question = Pick<
  ApiRequest,
  'verb' | 'resource' | 'subresource' | 'namespace' | 'name'
>;

/** Bearer tokens and what their holders may do. */
export class Access {
  private constructor(private readonly accounts: Map<string, Account>) {}

  static create(tokens: Record<string, Account>): Access {
    return new Access(new Map(Object.entries(tokens)));
  }

  /** Changes what a token may do. */
  set(token: string, account: Account | undefined) {
    if (account) this.accounts.set(token, account);
    else this.accounts.delete(token);
  }

  /** @throws ApiError 401 */
  accountOf(header: string | undefined): Account {
    const [, token] = /^Bearer (.+)$/i.exec(header ?? '') ?? [];
    const account = token && this.accounts.get(token);
    if (!account) throw ApiError.unauthorized();
    return account;
  }

  allows({ rules }: Account, question: Question): boolean {
    const { verb, resource, subresource, namespace } = question;
    const plural = subresource
      ? `${resource.plural}/${subresource}`
      : resource.plural;
    const has = (list: string[] | undefined, value: string) =>
      !list || list.includes('*') || list.includes(value);
    return rules.some(
      rule =>
        has(rule.verbs, verb) &&
        has(rule.resources, plural) &&
        has(rule.groups, resource.group) &&
        (!rule.namespaces ||
          (namespace !== undefined && has(rule.namespaces, namespace))),
    );
  }

  /** @throws ApiError 403 */
  check(account: Account, question: Question) {
    if (this.allows(account, question)) return;
    throw ApiError.forbidden({ ...question, user: account.user });
  }
}
