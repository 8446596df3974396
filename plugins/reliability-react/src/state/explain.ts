const LONGEST = 300;

/**
 * What an error can say to a reader: its message, capped, the HTTP status and
 * the request's id, from `ResponseError` and the like.
 */
export function explain(error: unknown): {
  message?: string;
  status?: number;
  reference?: string;
} {
  if (typeof error !== 'object' || error === null) {
    return { message: error ? String(error).slice(0, LONGEST) : undefined };
  }
  const status =
    numberAt(error, 'statusCode') ??
    numberAt(objectAt(error, 'response'), 'status') ??
    numberAt(error, 'status');
  const body = objectAt(error, 'body');
  const cause = objectAt(error, 'cause') ?? objectAt(body, 'error');
  const message = textAt(cause, 'message') ?? textAt(error, 'message');
  const reference =
    textAt(objectAt(body, 'error'), 'id') ??
    textAt(objectAt(body, 'request'), 'id') ??
    textAt(objectAt(body, 'response'), 'requestId');
  return {
    message: message?.slice(0, LONGEST),
    status: status ?? statusOf(textAt(cause, 'name') ?? textAt(error, 'name')),
    reference,
  };
}

/** Whether the answer was that the reader may not. */
export function isForbidden(error: unknown): boolean {
  const { status } = explain(error);
  return status === 401 || status === 403;
}

function statusOf(name: string | undefined): number | undefined {
  if (name === 'NotAllowedError') {
    return 403;
  }
  return name === 'AuthenticationError' ? 401 : undefined;
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Reflect.get(value, key)
    : undefined;
}

function objectAt(value: unknown, key: string): object | undefined {
  const found = valueAt(value, key);
  return typeof found === 'object' && found !== null ? found : undefined;
}

function textAt(value: unknown, key: string): string | undefined {
  const found = valueAt(value, key);
  return typeof found === 'string' && found ? found : undefined;
}

function numberAt(value: unknown, key: string): number | undefined {
  const found = valueAt(value, key);
  return typeof found === 'number' ? found : undefined;
}
