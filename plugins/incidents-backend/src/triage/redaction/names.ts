import type { RedactionKind } from './kinds';

/** What a name tells of the value beside it. `sure`: whatever it looks like; else it must look secret. */
export interface Telling {
  kind: RedactionKind;
  sure: boolean;
}

const passwords = new Set([
  ...['password', 'passwords', 'passwd', 'pwd', 'passphrase', 'passcode'],
  ...['pass', 'dbpass', 'dbpassword', 'userpass', 'sshpass'],
  ...['pgpassword', 'mysqlpwd', 'contrasena', 'kennwort', 'passwort'],
]);
const secrets = new Set([
  ...['secret', 'token', 'apikey', 'accesskey', 'secretkey', 'privatekey'],
  ...['authtoken', 'accesstoken', 'refreshtoken', 'idtoken', 'clientsecret'],
  ...['credential', 'credentials', 'otp', 'cvv', 'cvc', 'jsessionid'],
  ...[
    'phpsessid',
    'sessionid',
    'sessid',
    'csrf',
    'xsrf',
    'csrftoken',
    'signature',
  ],
  ...['authkey', 'accountkey', 'sharedaccesskey', 'connectionstring'],
]);
/** Two words that tell it together. */
const pairs = new Set([
  ...['api key', 'access key', 'secret key', 'private key', 'account key'],
  ...['encryption key', 'signing key', 'master key', 'shared key', 'auth key'],
  ...['session id', 'secret id', 'connection string', 'license key'],
  ...['subscription key', 'app key', 'application key', 'integration key'],
  ...['routing key', 'service key', 'deploy key', 'ssh key', 'host key'],
  ...['webhook url', 'conn str', 'security token'],
]);
/** These stand for harmless things as often. */
const doubtful = new Set([
  ...['auth', 'key', 'sid', 'session', 'sig', 'salt', 'nonce', 'dsn'],
  ...['pin', 'tokens', 'secrets', 'keys', 'cookie', 'bearer', 'state', 'code'],
]);
/** What says something about a secret and is none. */
const about = new Set([
  ...['name', 'names', 'ref', 'refs', 'count', 'length', 'len', 'type', 'kind'],
  ...['policy', 'expiry', 'expires', 'expired', 'expiration', 'ttl', 'age'],
  ...['at', 'time', 'date', 'file', 'path', 'dir', 'url', 'uri', 'endpoint'],
  ...['host', 'port', 'enabled', 'disabled', 'required', 'valid', 'invalid'],
  ...['status', 'error', 'format', 'version', 'mode', 'method', 'changed'],
  ...['updated', 'created', 'rotation', 'reset', 'attempts', 'limit', 'usage'],
  ...['used', 'max', 'min', 'hint', 'field', 'label', 'prompt', 'size'],
  ...['bucket', 'provider', 'manager', 'store', 'service', 'server', 'issuer'],
  ...['audience', 'scope', 'rate', 'total', 'budget', 'window', 'index', 'id'],
]);
const beside = new Set([
  ...['value', 'val', 'data', 'string', 'str', 'b64', 'base64', 'plain', 'raw'],
  ...['text', 'plaintext', 'old', 'new', 'current', 'prod', 'dev', 'test'],
  ...['staging', 'env', 'hash', 'enc', 'encrypted', 'encoded', 'header'],
]);

/** Whether a name, such as `DB_PASSWORD` or `clientSecret`, tells of a secret. */
export function isTelling(name: string): Telling | undefined {
  const words = wordsOf(name);
  const isPair = () => pairs.has(words.slice(-2).join(' '));
  while (words.length > 1 && beside.has(words[words.length - 1]) && !isPair())
    words.pop();
  const last = words[words.length - 1];
  if (!last) return undefined;
  const pair = words.slice(-2).join(' ');
  if (pairs.has(pair)) return { kind: 'secret', sure: pair !== 'host key' };
  if (about.has(last)) return undefined;
  if (passwords.has(last)) return { kind: 'password', sure: true };
  if (secrets.has(last)) return { kind: 'secret', sure: true };
  if (doubtful.has(last)) return { kind: 'secret', sure: false };
  if (words.some(word => passwords.has(word)))
    return { kind: 'password', sure: false };
  return words.some(word => secrets.has(word))
    ? { kind: 'secret', sure: false }
    : undefined;
}

function wordsOf(name: string): string[] {
  return name
    .slice(-120)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
}

const harmless = new Set([
  ...['null', 'nil', 'none', 'undefined', 'true', 'false', 'empty', 'redacted'],
  ...[
    'hidden',
    'masked',
    'filtered',
    'removed',
    'omitted',
    'secret',
    'password',
  ],
  ...[
    'token',
    'expired',
    'invalid',
    'missing',
    'required',
    'incorrect',
    'wrong',
  ],
  ...[
    'mismatch',
    'rejected',
    'denied',
    'failed',
    'unknown',
    'not',
    'is',
    'was',
  ],
  ...['has', 'for', 'of', 'the', 'a', 'an', 'in', 'from', 'must', 'cannot'],
  ...['malformed', 'revoked', 'error', 'found', 'ok', 'valid', 'unset', 'no'],
  ...['yes', 'unauthorized', 'forbidden', 'bearer', 'basic', 'digest', 'jwt'],
  ...['could', 'does', 'should', 'unexpected', 'failure', 'ignored', 'string'],
]);
const variable =
  /^(?:\$\{[^}]*\}|\$\([^)]*\)|\$[A-Z_][A-Z0-9_]*|\{\{[^}]*\}\}|%[sdvr]|<[^<>]{1,60}>|[*•x.?-]{2,})$/i;

/** Whether a value beside a telling name is one: no variable, no stars, no word of a sentence. */
export function isWorthHiding(value: string, { sure }: Telling): boolean {
  const bare = value.trim();
  if (!/[\p{L}\p{N}]/u.test(bare) || bare.length < 3) return false;
  if (harmless.has(bare.toLowerCase()) || variable.test(bare)) return false;
  return sure || looksSecret(bare);
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Letters and digits mixed, and no path, version, address of an image, time or plain name. */
export function looksSecret(value: string): boolean {
  if (value.length < 8 || /\s/.test(value) || uuid.test(value)) return false;
  if (
    /^\d{4}-\d\d-\d\d|^v?\d+\.\d+|:\/\/|^[./]|^(?:[0-9a-f]+|[0-9]+)$/i.test(
      value,
    )
  )
    return false;
  if (!/\d/.test(value) || !/[a-z]/i.test(value)) return false;
  // Names have their digits at the end of words: `payments-7f9c4`, `node-12`.
  if (/^[a-z0-9]+(?:[-_.:/][a-z0-9]+)+$/.test(value)) return false;
  return /[A-Z]/.test(value) || /\d[a-z]+\d|[^a-z0-9]/.test(value);
}
