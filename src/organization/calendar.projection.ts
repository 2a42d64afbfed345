import type { Projection, RelationResolver } from '../engine/types.js';

/** The years of the working calendar that were entered, as they stand. */
export const calendarYears: Projection = {
  name: 'calendar',
  tables: ['calendar_year'],
  machines: ['calendar'],
  async apply(tx, event) {
    const { source, holidays, workdays } = event.payload;
    const entered = { source, holidays, workdays, enteredBy: event.actorName, enteredOn: event.at };
    const { year } = event.context;
    if (event.type === 'start') return tx.insert('calendar_year', { year, state: event.state, ...entered });
    const change = event.type === 'amend' ? entered : {};
    await tx.update('calendar_year', { state: event.state, ...change }, { year });
  },
};

/** The calendar is kept by the office and the administrator. */
export const calendarRelations: RelationResolver = async (_read, _instance, { roles }) => {
  if (roles.includes('coordinator')) return ['coordinator'];
  return roles.includes('admin') ? ['admin'] : [];
};
