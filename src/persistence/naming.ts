import { DefaultNamingStrategy } from 'typeorm';
import { columnName } from './tx.js';

/** Tables as named by their entity, columns in snake_case. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? columnName(propertyName);
  }
}
