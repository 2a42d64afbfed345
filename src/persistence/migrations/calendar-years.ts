import type { MigrationInterface, QueryRunner, TableOptions } from 'typeorm';
import { portable } from './portable.js';

const TABLE: TableOptions = {
  name: 'calendar_year',
  columns: [
    { name: 'year', type: 'integer', isPrimary: true },
    { name: 'source', type: 'varchar', length: '120' },
    { name: 'holidays', type: 'text' },
    { name: 'workdays', type: 'text' },
    { name: 'state', type: 'varchar', length: '12' },
    { name: 'entered_by', type: 'varchar', length: '120' },
    { name: 'entered_on', type: 'varchar', length: '10' },
  ],
};

/** Years of the working calendar that the office entered itself. */
export class CalendarYears0003 implements MigrationInterface {
  name = 'CalendarYears00031767225600002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(portable(runner, TABLE));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(TABLE.name);
  }
}
