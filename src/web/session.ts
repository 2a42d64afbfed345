import type { Request } from 'express';

/** The signed-in person as every page shows them. */
export interface SignedInUser {
  id: string;
  /** The person's name. */
  name: string;
  /** The id of the unit they act for; null for an administrator or auditor of the system. */
  unitId: string | null;
  /** That unit's name as printed; empty without a unit. */
  unitName: string;
}

/**
 * One signed-in session. `csrf` is the session's secret for forms; null for a program that signs in with a header
 * instead of a cookie, which no foreign site can make a browser send.
 */
export interface WebSession {
  user: SignedInUser;
  csrf: string | null;
}

/** How this room asks who is signed in; the composition hands in identity's answer. Null: nobody. */
export type SessionAccessor = (request: Request) => WebSession | null;
