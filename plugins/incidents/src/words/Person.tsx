import type { OncallPerson } from '@ghostlight/plugin-incidents-common';
import { EntityName, nameOf, useFormats } from '@ghostlight/reliability-react';
import { timeThere } from '../time';
import { useIncidentsText } from '../translation';
import { useSaid } from './SaidWords';

/** A person on call: by name, or by role where the reader may not know; with the time where they are. */
export function Person(props: { person: OncallPerson; withTime?: boolean }) {
  const t = useIncidentsText();
  const format = useFormats();
  const nameFor = usePersonName();
  const { person, withTime = true } = props;
  const there = timeThere(person.timeZone, format);
  let name = <>{person.name}</>;
  if (person.hidden) {
    name = <>{nameFor(person)}</>;
  } else if (person.userRef) {
    name = <EntityName entityRef={person.userRef} title={person.name} />;
  }
  return (
    <span>
      {name}
      {withTime && there && ` (${t('people.there', { time: there })})`}
    </span>
  );
}

/** What to call somebody: their name, or their role where the reader may not know who it is. */
export function usePersonName(): (person: OncallPerson) => string {
  const t = useIncidentsText();
  const say = useSaid();
  return ({ name, hidden, said }) =>
    hidden ? t('people.hidden', { role: say(name, said) }) : name;
}

/** Several of them, or that there is nobody. */
export function People(props: { people: OncallPerson[]; withTime?: boolean }) {
  const t = useIncidentsText();
  const { people, withTime } = props;
  if (people.length === 0) return <span>{t('people.nobody')}</span>;
  return (
    <span>
      {people.map((person, index) => (
        <span key={person.userRef ?? `${person.name} ${index}`}>
          {index > 0 && ', '}
          <Person person={person} withTime={withTime} />
        </span>
      ))}
    </span>
  );
}

/** Who did something, from a user ref; the product itself where there is none. */
export function useActorName(): (userRef: string | undefined) => string {
  const t = useIncidentsText();
  return userRef => (userRef ? nameOf(userRef) : t('people.product'));
}
