import type { EpochMs, OncallPerson } from '@ghostlight/plugin-incidents-node';

/** Whom to reach for an owner at a level, as notifications ask it when they are sent. */
export interface OncallReach {
  reach(request: {
    /** A group or entity ref: an entity's owner chain is followed. */
    ownerRef: string;
    level: number;
    at: EpochMs;
  }): Promise<{
    people: OncallPerson[];
    /** How many levels there are; 0 when nobody is on call for it. */
    levels: number;
    /** Until the next level is asked; left out at the last one. */
    escalatesAfterMs?: number;
  }>;
}
