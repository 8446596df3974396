import { breachesOf } from '../../plugins/incidents-backend/src/triage/redTeam/__testUtils__/breachesOf';
import { RedTeam } from '../../plugins/incidents-backend/src/triage/redTeam/__testUtils__/RedTeam';
import { attacks } from '../../plugins/incidents-backend/src/triage/redTeam/cases';
import { openAnalyst } from './openAnalyst';

/** Attacks of the red team on the same analyst, whose model obeys what it reads. */
export async function attack(): Promise<{
  tried: number;
  /** What got through, each with its attack. */
  breaches: string[];
}> {
  const team = await RedTeam.start();
  const { analyst, close } = await openAnalyst({
    baseUrl: team.url,
    apiKey: team.apiKey,
    seconds: 600,
  });
  const breaches: string[] = [];
  try {
    for (const each of attacks) {
      const outcome = await team.launch(each, analyst);
      const found = breachesOf(each, outcome);
      if (found.length) breaches.push(`${each.name}: ${found.join(', ')}`);
    }
  } finally {
    await close();
    await team.stop();
  }
  return { tried: attacks.length, breaches };
}
