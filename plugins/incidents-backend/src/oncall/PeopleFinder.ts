import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type UserEntity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { OncallPerson } from '@ghostlight/plugin-incidents-node';

export interface PeopleFinderOptions {
  auth?: AuthService;
  catalog?: CatalogService;
  logger: LoggerService;
  now: () => number;
}

interface FoundUser {
  ref: string;
  name: string;
  email?: string;
}

const freshForMs = 10 * 60_000;
const batch = 100;
const fields = ['kind', 'metadata', 'spec.profile'];

/**
 * Finds the catalog's users for those whom sources name: by ref, by the account at the source, by
 * e-mail. What was found once stays known while the catalog does not answer.
 */
export class PeopleFinder {
  private readonly found = new Map<string, { user?: FoundUser; at: number }>();

  private constructor(private readonly options: PeopleFinderOptions) {}

  static create(options: PeopleFinderOptions): PeopleFinder {
    return new PeopleFinder(options);
  }

  /** The same people, with ref, name and e-mail of the catalog where it knows them. */
  async find(
    people: readonly OncallPerson[],
  ): Promise<(person: OncallPerson) => OncallPerson> {
    const { catalog, auth, logger, now } = this.options;
    if (catalog && auth) {
      const keys = new Set(people.flatMap(keysOf));
      const stale = [...keys].filter(
        key => (this.found.get(key)?.at ?? -Infinity) <= now() - freshForMs,
      );
      try {
        if (stale.length) await this.look(catalog, auth, stale);
      } catch (error) {
        logger.warn(
          'Cannot find people on call in the catalog',
          error as Error,
        );
      }
    }
    return person => this.known(person);
  }

  private known(person: OncallPerson): OncallPerson {
    const user = keysOf(person)
      .map(key => this.found.get(key)?.user)
      .find(Boolean);
    if (!user) return person;
    const email = user.email ?? person.email;
    return {
      ...person,
      userRef: user.ref,
      name: user.name,
      ...(email && { email }),
    };
  }

  private async look(
    catalog: CatalogService,
    auth: AuthService,
    keys: string[],
  ): Promise<void> {
    const credentials = await auth.getOwnServiceCredentials();
    const byField = new Map<string, string[]>();
    for (const key of keys) {
      const [field, value] = split(key);
      byField.set(field, [...(byField.get(field) ?? []), value]);
    }
    const found = new Map<string, FoundUser>();
    for (const [field, values] of byField) {
      for (let at = 0; at < values.length; at += batch) {
        const some = values.slice(at, at + batch);
        const { items } =
          field === 'ref'
            ? await catalog.getEntitiesByRefs(
                { entityRefs: some, fields },
                { credentials },
              )
            : await catalog.getEntities(
                { filter: { kind: 'User', [field]: some }, fields },
                { credentials },
              );
        for (const item of items as (UserEntity | undefined)[]) {
          if (item?.kind !== 'User') continue;
          for (const key of keysOfUser(item, field))
            found.set(key, describe(item));
        }
      }
    }
    const at = this.options.now();
    for (const key of keys) this.found.set(key, { user: found.get(key), at });
  }
}

const emailField = 'spec.profile.email';
const annotationField = 'metadata.annotations.';

function keysOf(person: OncallPerson): string[] {
  const { userRef, account, email } = person;
  return [
    ...(userRef ? [`ref ${userRef.toLowerCase()}`] : []),
    ...(account
      ? [`${annotationField}${account.annotation} ${lower(account.value)}`]
      : []),
    ...(email ? [`${emailField} ${lower(email)}`] : []),
  ];
}

function keysOfUser(user: UserEntity, field: string): string[] {
  if (field === 'ref') return [`ref ${stringifyEntityRef(user)}`];
  const value = field.startsWith(annotationField)
    ? user.metadata.annotations?.[field.slice(annotationField.length)]
    : user.spec.profile?.email;
  return value ? [`${field} ${lower(value)}`] : [];
}

function split(key: string): [string, string] {
  const at = key.indexOf(' ');
  return [key.slice(0, at), key.slice(at + 1)];
}

function describe(user: UserEntity): FoundUser {
  const { displayName, email } = user.spec.profile ?? {};
  return {
    ref: stringifyEntityRef(user),
    name: displayName ?? user.metadata.title ?? user.metadata.name,
    ...(email && { email }),
  };
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
