/** A node with the engine on a PostgreSQL of others: `node engine-node.mjs URL MEASURES SHARE OF`; told to run by messages. */
import { commands } from './commands.mjs';
import { openOffice } from './office.mjs';
import { rate } from './rates.mjs';

const [url, ...numbers] = process.argv.slice(2);
const [measures, share, of] = numbers.map(Number);
const office = await openOffice(measures, url);
const own = office.ids.filter((_, n) => n % of === share);
const command = commands(office, own);

process.on('message', async ({ inFlight, seconds }) => process.send(await rate(command, { inFlight, seconds })));
process.once('disconnect', () => office.close());
process.send('ready');
