import { ApiError } from '../ApiError';
import { asObject, type Json, type JsonObject } from '../objects';
import { resources } from '../resources';
import type { Access, Account } from './Access';
import type { Verb } from './readRequest';

/** Answers a SelfSubjectAccessReview. */
export function reviewAccess(
  access: Access,
  account: Account,
  body: Json | undefined,
): JsonObject {
  const review = asObject(body);
  const { resourceAttributes } = asObject(review.spec);
  const { group, resource: plural, ...asked } = asObject(resourceAttributes);
  if (typeof plural !== 'string')
    throw ApiError.badRequest(
      'exactly one of nonResourceAttributes or resourceAttributes must be specified',
    );
  const resource = resources.find(
    known => known.plural === plural && known.group === (group ?? ''),
  );
  const text = (value: Json | undefined) =>
    typeof value === 'string' && value ? value : undefined;
  const allowed =
    resource !== undefined &&
    access.allows(account, {
      verb: (text(asked.verb) ?? 'get') as Verb,
      resource,
      subresource: text(asked.subresource),
      namespace: text(asked.namespace),
      name: text(asked.name),
    });
  return {
    kind: 'SelfSubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: { creationTimestamp: null },
    spec: asObject(review.spec),
    status: {
      allowed,
      ...(allowed && { reason: `RBAC: allowed for ${account.user}` }),
    },
  };
}
