import { CustomErrorBase, InputError, ResponseError } from '@backstage/errors';
import {
  createDeliveryClient,
  type DeliveryClient,
  type IntakeReceipt,
} from '@ghostlight/plugin-delivery-common';
import {
  createIncidentsClient,
  type IncidentsClient,
} from '@ghostlight/plugin-incidents-common';
import {
  createRunbooksClient,
  type RunbooksClient,
} from '@ghostlight/plugin-runbooks-common';
import { createSloClient, type SloClient } from '@ghostlight/plugin-slo-common';

const TIMEOUT_MS = 15_000;

/** The portal did not answer, or not to this caller; the message says which and what to do. */
export class PortalError extends CustomErrorBase {
  name = 'PortalError' as const;
  /** Whether it may answer soon: it was not reached, or is starting. */
  isTemporary = false;
}

function temporary(message: string): PortalError {
  const error = new PortalError(message);
  error.isTemporary = true;
  return error;
}

const withToken: typeof fetch = (address, init) => {
  const token = process.env.GHOSTLIGHT_TOKEN;
  const headers = new Headers(init?.headers);
  if (token) headers.set('authorization', `Bearer ${token}`);
  return fetch(address, {
    ...init,
    headers,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
};

/**
 * Asks the slo API of a portal. The token in `GHOSTLIGHT_TOKEN`, if any, goes along.
 * Every failure is a `PortalError`.
 */
export function askPortal<T>(
  url: string,
  ask: (client: SloClient) => Promise<{ data?: T }>,
): Promise<T> {
  const baseUrl = baseUrlOf(url, 'slo');
  return answered(url, ask(createSloClient({ baseUrl, fetch: withToken })));
}

/** Asks the incidents API of a portal, as {@link askPortal} does the slo API. */
export function askIncidents<T>(
  url: string,
  ask: (client: IncidentsClient) => Promise<{ data?: T }>,
): Promise<T> {
  const baseUrl = baseUrlOf(url, 'incidents');
  return answered(
    url,
    ask(createIncidentsClient({ baseUrl, fetch: withToken })),
  );
}

/** Asks the delivery API of a portal, as {@link askPortal} does the slo API. */
export function askDelivery<T>(
  url: string,
  ask: (client: DeliveryClient) => Promise<{ data?: T }>,
): Promise<T> {
  const baseUrl = baseUrlOf(url, 'delivery');
  return answered(
    url,
    ask(createDeliveryClient({ baseUrl, fetch: withToken })),
  );
}

/**
 * Asks the runbooks API of a portal, as {@link askPortal} does the slo API. What is wrong with the
 * request itself is an `InputError`.
 */
export function askRunbooks<T>(
  url: string,
  ask: (client: RunbooksClient) => Promise<{ data?: T }>,
): Promise<T> {
  const baseUrl = baseUrlOf(url, 'runbooks');
  const client = createRunbooksClient({ baseUrl, fetch: withToken });
  return answered(url, ask(client).catch(refused(url)));
}

/** Whoever asks for a run has to know why it is refused. */
function refused(url: string) {
  return (error: unknown): never => {
    const status = error instanceof ResponseError ? error.statusCode : 0;
    const said = error instanceof ResponseError && error.body?.error?.message;
    if (status === 400) throw new InputError(said || `${url} does not take it`);
    if (status === 403 && said)
      throw new PortalError(`${url} does not allow it: ${said}`);
    throw error;
  };
}

/** Tells the delivery API of a portal of a change, in the form of one of its adapters. */
export function sendChange(
  url: string,
  adapter: string,
  change: object,
): Promise<IntakeReceipt> {
  const address = `${baseUrlOf(url, 'delivery')}/v1/changes/${adapter}`;
  const send = async () => {
    const response = await withToken(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(change),
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return { data: (await response.json()) as IntakeReceipt };
  };
  return answered(url, send());
}

async function answered<T>(
  url: string,
  asked: Promise<{ data?: T }>,
): Promise<T> {
  try {
    const { data } = await asked;
    if (typeof data !== 'object' || data === null) {
      throw new PortalError(`${url} answers, but not as a portal does.`);
    }
    return data;
  } catch (error) {
    throw explain(error, url, Boolean(process.env.GHOSTLIGHT_TOKEN));
  }
}

/** One objective, by its full ref. */
export function askObjective(url: string, ref: string) {
  return askPortal(url, client =>
    client.GET('/v1/objectives/{ref}', { params: { path: { ref } } }),
  );
}

function baseUrlOf(url: string, plugin: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== 'http:' && parsed?.protocol !== 'https:') {
    throw new InputError(
      `${url} is not an address; give one such as https://portal.example.com.`,
    );
  }
  return `${url.replace(/\/+$/, '')}/api/${plugin}`;
}

function explain(
  error: unknown,
  url: string,
  hasToken: boolean,
): PortalError | InputError {
  if (error instanceof PortalError || error instanceof InputError) return error;
  if (error instanceof ResponseError) {
    const said = error.body?.error?.message ?? error.message;
    switch (error.statusCode) {
      case 401:
        return new PortalError(
          hasToken
            ? `${url} does not take the token in GHOSTLIGHT_TOKEN.`
            : `${url} wants a token; set GHOSTLIGHT_TOKEN.`,
        );
      case 403:
        return new PortalError(
          `The token in GHOSTLIGHT_TOKEN may not see this at ${url}.`,
        );
      case 404:
        return new PortalError(`${url} does not know it: ${said}`);
      case 502:
      case 503:
      case 504:
        return temporary(
          `${url} answers with status ${error.statusCode}: ${said}`,
        );
      default:
        return new PortalError(
          `${url} answers with status ${error.statusCode}: ${said}`,
        );
    }
  }
  if (error instanceof SyntaxError) {
    return new PortalError(`${url} answers, but not as a portal does.`);
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return temporary(`${url} did not answer within ${TIMEOUT_MS / 1000} s.`);
  }
  const cause = error instanceof Error ? error.cause : undefined;
  const reason = cause instanceof Error ? cause.message : String(error);
  return temporary(
    `${url} cannot be reached${
      reason ? ` (${reason})` : ''
    }. Is the portal running, and --url or GHOSTLIGHT_URL right?`,
  );
}
