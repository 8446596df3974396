import type { Oncall } from '@ghostlight/plugin-incidents-common';
import { eachOf } from '../eachOf';
import type { EvidencePart, OwnerNote, PartContext } from '../EvidencePart';

const most = 3;

/** Who answers for what is affected, and whether somebody is on call for it. No names of people. */
export async function readOwners({
  oncall,
  scope,
}: PartContext): Promise<EvidencePart> {
  const refs = scope.affected.slice(0, most).map(({ ref }) => ref);
  const answers = await eachOf(refs, most, ref =>
    oncall.of(ref, { showPeople: false, at: scope.at }),
  );
  return { owners: answers.flatMap(noteOf) };
}

function noteOf({ entityRef, owners, levels, missing }: Oncall): OwnerNote[] {
  const [owner] = owners;
  if (!owner && !levels.length) return [];
  const onCall = levels.map(
    ({ level, now, until }) =>
      `level ${level}: ${now.length ? 'somebody' : 'nobody'} is on call${
        until ? ` until ${until}` : ''
      }`,
  );
  return [
    {
      entityRef,
      owner: owner?.ref,
      lines: [
        ...owners.map(({ ref, reason }) => `${ref}: ${reason}`),
        ...(onCall.length ? onCall : [missing ?? 'nobody is on call']),
      ],
    },
  ];
}
