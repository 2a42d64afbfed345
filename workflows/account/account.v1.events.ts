import type { EventsOf, Nothing } from '../stamp.js';

/** What each event of a user's account carries; passwords themselves never pass through here. */
export interface AccountPayloads {
  changeRoles: { roles: string[]; name: string; unitId: string | null };
  passwordChanged: Nothing;
  disable: { reason: string };
  enable: Nothing;
}

export type AccountEvent = EventsOf<AccountPayloads>;
