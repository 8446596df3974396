import { isError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import { ActionRefusal } from '@ghostlight/plugin-runbooks-node';
import { cleanLine, VendorError } from '@ghostlight/reliability-node';
import { lookup } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { say } from '../say';
import type { Endpoint } from './Endpoint';
import { isPrivate } from './isPrivate';

/** Bytes of an answer that are read; what is more is left. */
const mostBytes = 64 * 1024;
const longestSaid = 300;
const shortestSecret = 6;
const privateAddress = 'EPRIVATE';

/** What was answered. */
export interface Answer {
  /** 200 to 299 */
  status: number;
  text: string;
  truncated: boolean;
}

const beforeSending = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
];

/** Looks at the very address that is connected to, whatever the name said a moment ago. */
const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) {
      callback(error, '', 0);
      return;
    }
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => isPrivate(address))) {
      callback(
        Object.assign(new Error('private address'), { code: privateAddress }),
        '',
        0,
      );
      return;
    }
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/**
 * Sends one request. Redirects are not followed, names that lead to private addresses are refused unless
 * the configuration says otherwise, and no more than 64 KB of the answer are read.
 *
 * @throws VendorError for all but 2xx, with the receiver's words and without our headers
 * @throws ActionRefusal for a private address; nothing was sent
 */
export async function sendOnce(
  endpoint: Endpoint,
  call: {
    method: 'GET' | 'POST' | 'PUT';
    url: URL;
    body?: JsonValue;
    headers?: Record<string, string>;
    signal: AbortSignal;
  },
): Promise<Answer> {
  const { method, url, body, signal } = call;
  const { host } = url;
  const timeout = AbortSignal.timeout(endpoint.timeoutMs);
  try {
    const response = await open(endpoint, {
      method,
      url,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: call.headers ?? {},
      signal: AbortSignal.any([signal, timeout]),
    });
    const status = response.statusCode ?? 0;
    const isFine = status >= 200 && status < 300;
    const read = await readText(response).catch(error => {
      // Its status says enough.
      if (isFine && !timeout.aborted && !signal.aborted)
        return { text: '', truncated: true };
      throw error;
    });
    const text = withoutSecrets(read.text, endpoint.headers);
    if (isFine) return { status, text, truncated: read.truncated };
    throw refusalOf(host, status, text);
  } catch (error) {
    if (error instanceof VendorError) throw error;
    if (signal.aborted)
      throw new VendorError('timeout', `${host} was not waited for`);
    if (timeout.aborted)
      throw new VendorError(
        'timeout',
        `${host} did not answer within ${endpoint.timeoutMs / 1000} seconds`,
      );
    const code = codeOf(error);
    if (code === privateAddress)
      throw ActionRefusal.of(
        say(
          'private-address',
          `${host} is at a private address, which the configuration does not allow`,
          { host },
        ),
      );
    throw new VendorError(
      'unreachable',
      `${host} cannot be reached: ${code}`,
      undefined,
      { unsent: beforeSending.includes(code) },
    );
  }
}

function open(
  endpoint: Endpoint,
  call: {
    method: string;
    url: URL;
    body: string | undefined;
    headers: Record<string, string>;
    signal: AbortSignal;
  },
): Promise<IncomingMessage> {
  const { method, url, body, headers, signal } = call;
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method,
      signal,
      // A connection that is kept could be closed under a request, which then may have been heard or not.
      agent: false,
      lookup: endpoint.private || isNamed(url) ? undefined : lookUpPublic,
      headers: {
        Accept: 'application/json, text/plain;q=0.5',
        'User-Agent': 'ghostlight-runbooks',
        ...(body !== undefined && {
          'Content-Type': 'application/json',
          'Content-Length': String(Buffer.byteLength(body)),
        }),
        ...headers,
        ...endpoint.headers,
      },
    });
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

/** Addresses and this machine are only called when the configuration spells them. */
function isNamed({ hostname }: URL): boolean {
  return (
    hostname === 'localhost' || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
  );
}

async function readText(
  response: IncomingMessage,
): Promise<{ text: string; truncated: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  let truncated = false;
  // Leaving the loop early closes the connection.
  for await (const chunk of response) {
    const room = mostBytes - size;
    chunks.push(chunk.subarray(0, room));
    size += chunk.length;
    if (size > mostBytes) {
      truncated = true;
      break;
    }
  }
  return { text: Buffer.concat(chunks).toString('utf8'), truncated };
}

/** What a receiver repeats of our headers is not shown. */
function withoutSecrets(text: string, headers: Record<string, string>): string {
  let clean = text;
  for (const value of Object.values(headers)) {
    for (const part of [value, value.split(' ').at(-1)!])
      if (part.length >= shortestSecret) clean = clean.replaceAll(part, '***');
  }
  return clean;
}

function refusalOf(host: string, status: number, text: string): VendorError {
  const said = cleanLine(text, longestSaid);
  const message = `${host} answered ${status}${said && `: ${said}`}`;
  const of = (reason: VendorError['reason']) =>
    new VendorError(reason, message, undefined, { status });
  if (status === 429 || status === 425) return of('rate-limited');
  if (status === 401 || status === 403) return of('unauthorized');
  if (status === 404) return of('not-found');
  if (status >= 500) return of('http-5xx');
  if (status >= 400) return of('http-4xx');
  return new VendorError(
    'bad-answer',
    `${host} answered ${status}; redirects are not followed`,
  );
}

/** `ECONNREFUSED`, or that of the first of several addresses that were tried. */
function codeOf(error: unknown): string {
  if (isError(error)) {
    if (typeof error.code === 'string') return error.code;
    if (Array.isArray(error.errors)) return codeOf(error.errors[0]);
  }
  return 'the connection broke';
}
