import type { AuthService } from '@backstage/backend-plugin-api';
import {
  isGroupEntity,
  isUserEntity,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  NotificationRecipient,
  OncallPerson,
} from '@ghostlight/plugin-incidents-node';
import type { OncallReach } from '../../oncall/OncallReach';
import type { NotificationTarget } from '../announcing/Told';
import { cleanText } from '../text/cleanText';

const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.profile',
  'relations',
];
const membersAtMost = 50;

/** Finds people at the moment they are to be told. */
export class Recipients {
  private constructor(
    private readonly options: {
      auth: AuthService;
      catalog: CatalogService;
      oncall: OncallReach;
      now: () => number;
    },
  ) {}

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
    oncall: OncallReach;
    now: () => number;
  }): Recipients {
    return new Recipients(options);
  }

  /**
   * @param request - `ownerRef`: whose rotation is asked; `owner`: who owns the incident;
   * `addresses`: groups without an address of their own stand for their members
   */
  async find(request: {
    target: NotificationTarget;
    toldBefore: string[];
    ownerRef?: string;
    owner?: string;
    addresses: boolean;
  }): Promise<NotificationRecipient[]> {
    const { target, toldBefore, ownerRef, owner, addresses } = request;
    const refs = new Set(toldBefore);
    let people: OncallPerson[] = [];
    for (const to of target.to) {
      if (to === 'owner') {
        if (owner) refs.add(owner);
      } else if (to === 'oncall') {
        if (ownerRef) people = await this.onCall(ownerRef, target.level ?? 1);
      } else refs.add(to);
    }
    return this.withAddresses(people, refs, addresses);
  }

  private async onCall(ownerRef: string, level: number) {
    const at = this.options.now();
    return (await this.options.oncall.reach({ ownerRef, level, at })).people;
  }

  private async withAddresses(
    people: OncallPerson[],
    refs: Set<string>,
    addresses: boolean,
  ): Promise<NotificationRecipient[]> {
    const found = new Map<string, NotificationRecipient>();
    const unknown = people.filter(person => !person.userRef && person.email);
    const users = await this.usersByEmail(unknown.map(({ email }) => email!));
    for (const person of people) {
      const user =
        person.userRef ??
        (person.email && users.get(person.email.toLocaleLowerCase('en-US')));
      if (user) refs.add(user);
      else
        found.set(person.email ?? person.name, {
          name: cleanText(person.name, 100),
          ...(person.email ? { email: person.email } : {}),
        });
    }
    const entities = await this.entities([...refs]);
    const members = new Set<string>();
    for (const [entityRef, entity] of entities) {
      if (addresses && entity && isGroupEntity(entity) && !emailOf(entity)) {
        membersOf(entity).forEach(member => members.add(member));
      } else found.set(entityRef, recipientOf(entityRef, entity));
    }
    const more = [...members].filter(ref => !found.has(ref));
    for (const [entityRef, entity] of await this.entities(more))
      found.set(entityRef, recipientOf(entityRef, entity));
    return [...found.values()];
  }

  private async usersByEmail(emails: string[]): Promise<Map<string, string>> {
    const refs = new Map<string, string>();
    if (!emails.length) return refs;
    const { auth, catalog } = this.options;
    const { items } = await catalog.getEntities(
      { filter: { kind: 'User', 'spec.profile.email': emails }, fields },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for (const entity of items) {
      const email = emailOf(entity);
      if (email)
        refs.set(email.toLocaleLowerCase('en-US'), stringifyEntityRef(entity));
    }
    return refs;
  }

  private async entities(
    entityRefs: string[],
  ): Promise<Map<string, Entity | undefined>> {
    if (!entityRefs.length) return new Map();
    const { auth, catalog } = this.options;
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs, fields },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return new Map(entityRefs.map((ref, at) => [ref, items[at]]));
  }
}

function recipientOf(
  entityRef: string,
  entity: Entity | undefined,
): NotificationRecipient {
  const email = entity && emailOf(entity);
  return {
    entityRef,
    name: cleanText(
      displayNameOf(entity) ?? parseEntityRef(entityRef).name,
      100,
    ),
    ...(email ? { email } : {}),
  };
}

function displayNameOf(entity: Entity | undefined): string | undefined {
  if (!entity) return undefined;
  const profile =
    isUserEntity(entity) || isGroupEntity(entity)
      ? entity.spec?.profile?.displayName
      : undefined;
  return profile ?? entity.metadata.title;
}

function emailOf(entity: Entity): string | undefined {
  return isUserEntity(entity) || isGroupEntity(entity)
    ? entity.spec?.profile?.email
    : undefined;
}

function membersOf(entity: Entity): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === 'hasMember')
    .map(({ targetRef }) => targetRef)
    .slice(0, membersAtMost);
}
