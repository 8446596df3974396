import { equal } from '../equal';
import { ApiError, type FieldError } from '../ApiError';
import {
  asObject,
  type Json,
  type JsonObject,
  type KubeObject,
} from '../objects';
import type { Resource } from '../resources';

const dnsName = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/** @throws ApiError 422 with every cause */
export function validate(
  resource: Resource,
  object: KubeObject,
  previous?: KubeObject,
) {
  const { name } = object.metadata;
  const errors: FieldError[] = [];
  if (!dnsName.test(name) || name.length > 253)
    errors.push(
      wrong(
        'metadata.name',
        name,
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
      ),
    );
  if (object.kind === 'Deployment')
    errors.push(...deploymentErrors(object, previous));
  if (object.kind === 'HorizontalPodAutoscaler')
    errors.push(...autoscalerErrors(asObject(object.spec)));
  if (errors.length) throw ApiError.invalid(resource, name, errors);
}

function deploymentErrors(
  object: KubeObject,
  previous: KubeObject | undefined,
): FieldError[] {
  const spec = asObject(object.spec);
  const template = asObject(spec.template);
  const selector = asObject(spec.selector);
  const wanted = asObject(selector.matchLabels);
  const labels = asObject(asObject(template.metadata).labels);
  const errors: FieldError[] = [];
  if (!Object.keys(selector).length) errors.push(required('spec.selector'));
  if (Object.entries(wanted).some(([name, value]) => labels[name] !== value))
    errors.push(
      wrong(
        'spec.template.metadata.labels',
        labels,
        '`selector` does not match template `labels`',
      ),
    );
  if (previous && !equal(asObject(previous.spec).selector, selector))
    errors.push(wrong('spec.selector', selector, 'field is immutable'));
  if (!Number.isInteger(spec.replicas) || Number(spec.replicas) < 0)
    errors.push(
      wrong(
        'spec.replicas',
        spec.replicas ?? null,
        'must be greater than or equal to 0',
      ),
    );
  return [...errors, ...strategyErrors(spec), ...containerErrors(template)];
}

function autoscalerErrors({
  minReplicas,
  maxReplicas,
}: JsonObject): FieldError[] {
  const [min, max] = [Number(minReplicas ?? 1), Number(maxReplicas ?? 0)];
  return [
    ...(min < 1
      ? [
          wrong(
            'spec.minReplicas',
            minReplicas ?? null,
            'must be greater than or equal to 1',
          ),
        ]
      : []),
    ...(max < 1
      ? [wrong('spec.maxReplicas', maxReplicas ?? 0, 'must be greater than 0')]
      : []),
    ...(max < min
      ? [
          wrong(
            'spec.maxReplicas',
            maxReplicas ?? 0,
            'must be greater than or equal to `minReplicas`',
          ),
        ]
      : []),
  ];
}

function strategyErrors(spec: JsonObject): FieldError[] {
  const { type, rollingUpdate } = asObject(spec.strategy);
  const path = 'spec.strategy.rollingUpdate';
  if (type === 'Recreate')
    return rollingUpdate
      ? [
          {
            field: path,
            reason: 'FieldValueForbidden',
            message:
              "Forbidden: may not be specified when strategy `type` is 'Recreate'",
          },
        ]
      : [];
  const { maxSurge, maxUnavailable } = asObject(rollingUpdate);
  const none = (value: Json | undefined) =>
    Number(String(value ?? 0).replace('%', '')) === 0;
  return none(maxSurge) && none(maxUnavailable)
    ? [
        wrong(
          `${path}.maxUnavailable`,
          maxUnavailable ?? 0,
          'may not be 0 when `maxSurge` is 0',
        ),
      ]
    : [];
}

function containerErrors(template: JsonObject): FieldError[] {
  const path = 'spec.template.spec.containers';
  const { containers } = asObject(template.spec);
  if (!Array.isArray(containers) || !containers.length) return [required(path)];
  const seen = new Set<string>();
  return containers.flatMap((item, index) => {
    const { name, image } = asObject(item);
    const errors: FieldError[] = [];
    if (typeof name !== 'string' || !name)
      errors.push(required(`${path}[${index}].name`));
    else if (seen.has(name))
      errors.push({
        field: `${path}[${index}].name`,
        reason: 'FieldValueDuplicate',
        message: `Duplicate value: "${name}"`,
      });
    else seen.add(name);
    if (typeof image !== 'string' || !image)
      errors.push(required(`${path}[${index}].image`));
    return errors;
  });
}

function required(field: string): FieldError {
  return { field, reason: 'FieldValueRequired', message: 'Required value' };
}

function wrong(field: string, value: Json, why: string): FieldError {
  return {
    field,
    reason: 'FieldValueInvalid',
    message: `Invalid value: ${JSON.stringify(value)}: ${why}`,
  };
}
