import type { Flash } from './flash.js';
import type { NavEntry, NavKey } from './navigation.js';
import type { SignedInUser } from './session.js';

/** One fault in a form, shown at the top of the page with a jump to its field. */
export interface PageError {
  message: string;
  /** Id of the field the message belongs to, if one does. */
  field?: string;
}

/** What a page's own view gives to the layout; a handler returns this and its page's content. */
export interface PageView {
  /** Title of the window and of the page. */
  title: string;
  /** The entry of the navigation this page belongs to; null on pages outside it. */
  nav: NavKey | null;
  /** A line under the title. */
  subtitle?: string;
  /** Where 返回 leads. */
  back?: { href: string; label: string };
  /** Faults of the form just sent. */
  errors?: PageError[];
}

/** What the shell adds to every page; templates read it as @root.shell. */
export interface ShellView {
  user: SignedInUser | null;
  /** The session's form secret, empty when nobody is signed in. */
  csrf: string;
  /** One key for this showing of the page; forms send it so that a second click is not a second command. */
  key: string;
  /** The answer to what was done just before, shown once. */
  flash: Flash | null;
  nav: NavEntry[];
  /** Hashed addresses of styles and scripts. */
  assets: Record<string, string>;
  /** Number under which the log knows this request. */
  requestId: string;
}
