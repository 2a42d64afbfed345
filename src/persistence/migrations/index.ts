import { AppendOnly0002 } from './append-only.js';
import { CalendarYears0003 } from './calendar-years.js';
import { Initial0001 } from './initial.js';
import { LeanerRows0004 } from './leaner-rows.js';
import { ToldBetweenNodes0005 } from './told-between-nodes.js';

/** All migrations, oldest first. */
export const migrations = [Initial0001, AppendOnly0002, CalendarYears0003, LeanerRows0004, ToldBetweenNodes0005];
