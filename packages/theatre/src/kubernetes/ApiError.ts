import type { JsonObject } from './objects';
import { qualified, type Resource } from './resources';

/** What is wrong with one field of an object. */
export interface FieldError {
  field: string;
  reason:
    | 'FieldValueInvalid'
    | 'FieldValueRequired'
    | 'FieldValueForbidden'
    | 'FieldValueDuplicate';
  message: string;
}

/** An answer of kind Status, in the words of the real server. */
export class ApiError extends Error {
  private constructor(
    readonly code: number,
    readonly reason: string,
    message: string,
    readonly details: JsonObject = {},
  ) {
    super(message);
  }

  get body(): JsonObject {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: this.message,
      reason: this.reason,
      details: this.details,
      code: this.code,
    };
  }

  static of(code: number, reason: string, message: string): ApiError {
    return new ApiError(code, reason, message);
  }

  static unauthorized() {
    return new ApiError(401, 'Unauthorized', 'Unauthorized');
  }

  static badRequest(message: string) {
    return new ApiError(400, 'BadRequest', message);
  }

  static noSuchPath() {
    return new ApiError(
      404,
      'NotFound',
      'the server could not find the requested resource',
    );
  }

  static notFound(resource: Resource, name: string) {
    return new ApiError(
      404,
      'NotFound',
      `${qualified(resource)} "${name}" not found`,
      detailsOf(resource, name),
    );
  }

  static exists(resource: Resource, name: string) {
    return new ApiError(
      409,
      'AlreadyExists',
      `${qualified(resource)} "${name}" already exists`,
      detailsOf(resource, name),
    );
  }

  static conflict(
    resource: Resource,
    name: string,
    why = 'the object has been modified; please apply your changes to the latest version and try again',
  ) {
    return new ApiError(
      409,
      'Conflict',
      `Operation cannot be fulfilled on ${qualified(
        resource,
      )} "${name}": ${why}`,
      detailsOf(resource, name),
    );
  }

  static forbidden(options: {
    resource: Resource;
    subresource?: string;
    name?: string;
    namespace?: string;
    verb: string;
    user: string;
  }) {
    const { resource, subresource, name, namespace, verb, user } = options;
    const plural = [resource.plural, subresource].filter(Boolean).join('/');
    const where = namespace
      ? `in the namespace "${namespace}"`
      : 'at the cluster scope';
    const what = `${qualified(resource)}${name ? ` "${name}"` : ''}`;
    return new ApiError(
      403,
      'Forbidden',
      `${what} is forbidden: User "${user}" cannot ${verb} resource "${plural}" in API group "${resource.group}" ${where}`,
      {
        ...(name && { name }),
        ...(resource.group && { group: resource.group }),
        kind: resource.plural,
      },
    );
  }

  static invalid(resource: Resource, name: string, errors: FieldError[]) {
    const texts = errors.map(({ field, message }) => `${field}: ${message}`);
    const { kind, group } = resource;
    const said = texts.length > 1 ? `[${texts.join(', ')}]` : texts[0];
    return new ApiError(
      422,
      'Invalid',
      `${group ? `${kind}.${group}` : kind} "${name}" is invalid: ${said}`,
      {
        name,
        ...(group && { group }),
        kind,
        causes: errors.map(error => ({ ...error })),
      },
    );
  }

  /** A JSON patch whose test failed or whose path is not there. */
  static rejectedPatch() {
    return new ApiError(
      422,
      'Invalid',
      'the server rejected our request due to an error in our request',
    );
  }

  static unsupportedPatch(accepted: string[]) {
    return new ApiError(
      415,
      'UnsupportedMediaType',
      `the body of the request was in an unknown format - accepted media types include: ${accepted.join(
        ', ',
      )}`,
    );
  }

  static expired(message: string) {
    return new ApiError(410, 'Expired', message);
  }
}

function detailsOf({ group, plural }: Resource, name: string): JsonObject {
  return { name, ...(group && { group }), kind: plural };
}
