/** Jest for the mutation runs: the specs of one room, quietly. */
import base from '../jest.config.mjs';
import { chosenRoom } from './rooms.mjs';

export default { ...base, rootDir: '..', testRegex: chosenRoom().specs, reporters: [], testTimeout: 10_000 };
