import { definitions, type Definition } from '../../workflows/catalogue.js';
import { Refusal } from '../shared/errors.js';

/** The definitions a program works with, looked up by id; the product's own unless others are handed in. */
export class Definitions {
  private readonly byId: Map<string, Definition>;
  private readonly newest = new Map<string, Definition>();

  constructor(readonly all: readonly Definition[]) {
    this.byId = new Map(all.map((one) => [one.id, one]));
    for (const one of all) {
      const known = this.newest.get(one.name);
      if (!known || known.version < one.version) this.newest.set(one.name, one);
    }
  }

  /** The definition `name@version`. Refusal: definition_unknown. */
  of(id: string): Definition {
    const found = this.byId.get(id);
    if (found) return found;
    throw new Refusal('definition_unknown', `流程目录中没有“${id}”：数据由其他版本的程序写入。`, {
      place: id,
      cure: '请用写入这些数据的程序版本（或更新的版本）打开。',
    });
  }

  knows(id: string): boolean {
    return this.byId.has(id);
  }

  /** The definition with which new instances of a machine start. Throws where there is no such machine. */
  current(machine: string): Definition {
    const found = this.newest.get(machine);
    if (!found) throw new Error(`流程目录中没有名为“${machine}”的流程。`);
    return found;
  }
}

/** Every version of every machine of the product. */
export const ownDefinitions = new Definitions(definitions());
