const isAsked = (name, asked) => asked.length === 0 || asked.some((one) => name === one || name.startsWith(`${one}.`));
const round = (value) => Number(value.toPrecision(4));

/**
 * Measures those of `registered` ([{ name, measure() }]) that are asked for, by name or its beginning, one after the
 * other, and prints { figures: [{ name, value, unit, limit, limitValue, ratio, … }] }. Exit code 2 when none has the name.
 */
export async function printFigures(registered, asked) {
  const chosen = registered.filter(({ name }) => isAsked(name, asked));
  if (chosen.length === 0) {
    process.stderr.write(`没有名为“${asked.join(' ')}”的测量项。\n`);
    process.exit(2);
  }
  const figures = [];
  for (const figure of chosen) figures.push(await measured(figure));
  process.stdout.write(`${JSON.stringify({ figures }, null, 2)}\n`);
}

async function measured({ name, measure }) {
  process.stderr.write(`${name} …\n`);
  const { value, unit, limit, limitValue, ...more } = await measure();
  const ratio = round(value / limitValue);
  return { name, value: round(value), unit, limit, limitValue: round(limitValue), ratio, ...more };
}
