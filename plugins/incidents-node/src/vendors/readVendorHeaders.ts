import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * Reads how requests to a store are authenticated: `auth` of the types `bearer` (`token`), `basic`
 * (`username`, `password`), `api-key` (`key`) and `header` (`name`, `value`), `tenant` for
 * `X-Scope-OrgID`, and further `headers`.
 *
 * @param key - of the entry, for messages: `incidents.logs.loki[0]`
 * @throws InputError that names the key
 * @public
 */
export function readVendorHeaders(
  config: Config,
  { key }: { key: string },
): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  const extra = config.getOptionalConfig('headers');
  for (const name of extra?.keys() ?? [])
    headers[name] = extra!.getString(name);
  const tenant = config.getOptionalString('tenant');
  if (tenant) headers['X-Scope-OrgID'] = tenant;
  const auth = config.getOptionalConfig('auth');
  if (auth) Object.assign(headers, readAuth(auth, key));
  for (const [name, value] of Object.entries(headers))
    if (/[^\t\x20-\x7e]/.test(value))
      throw new InputError(`${key}: what is sent as ${name} is no header`);
  return headers;
}

function readAuth(auth: Config, key: string): Record<string, string> {
  const type = auth.getString('type');
  switch (type) {
    case 'bearer':
      return { Authorization: `Bearer ${auth.getString('token')}` };
    case 'basic': {
      const pair = `${auth.getString('username')}:${auth.getString(
        'password',
      )}`;
      return { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
    }
    case 'api-key':
      return { Authorization: `ApiKey ${auth.getString('key')}` };
    case 'header':
      return { [auth.getString('name')]: auth.getString('value') };
    default:
      throw new InputError(
        `${key}.auth.type: bearer, basic, api-key or header, not ${type}`,
      );
  }
}
