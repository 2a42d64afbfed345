import { engineEntities } from './engine/engine.entities.js';
import { features } from './features.js';

/** All tables of the product, for the data source and the migrations. */
export const entities: (new () => object)[] = [...engineEntities, ...features.flatMap((feature) => feature.entities)];
