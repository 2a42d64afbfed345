import { v7 } from 'uuid';

const run = v7();
let keys = 0;

/** The number of a form; drawn by the page, so that its cost is not the engine's. */
export const newKey = () => `${run}-${++keys}`;
