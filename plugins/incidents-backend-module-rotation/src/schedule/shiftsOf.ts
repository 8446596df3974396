import type {
  OncallPerson,
  OncallShift,
} from '@ghostlight/plugin-incidents-node';
import type { RotationTeam } from '../document';
import { overlay, within, type Span } from './pieces';
import { turnsOf } from './turns';
import { windowsOf } from './windowsOf';

/** A shift, or with nobody in it a gap that was asked for. */
type Piece = Omit<OncallShift, 'level'>;

/**
 * Who of a team is on call during a span, cut at its ends: layers one upon the other, overrides
 * on top. Shifts of a level never overlap.
 */
export function shiftsOf(team: RotationTeam, span: Span): OncallShift[] {
  return team.levels.flatMap(({ layers }, index) => {
    const level = index + 1;
    let pieces: Piece[] = [];
    for (const layer of layers) {
      const turns = turnsOf(layer, team.timeZone, span).map(
        ({ participant, ...turn }): Piece => ({
          ...turn,
          people: [layer.participants[participant]],
          ...(layer.name && { layer: layer.name }),
        }),
      );
      const windows = layer.restrictions.length
        ? windowsOf(layer.restrictions, team.timeZone, span)
        : [span];
      pieces = overlay(pieces, within(within(turns, windows), [span]));
    }
    for (const override of team.overrides) {
      if (override.level !== level) continue;
      const people: OncallPerson[] = override.person ? [override.person] : [];
      const piece: Piece = {
        from: override.from,
        to: override.to,
        people,
        override: true,
        ...(override.reason && { layer: override.reason }),
      };
      pieces = overlay(pieces, within([piece], [span]));
    }
    return pieces
      .filter(({ people }) => people.length)
      .map(piece => ({ ...piece, level }));
  });
}
