/**
 * The rooms of the core that are mutated, each with the specs that answer for it. Wording is left out: the words of the
 * machines and notices are labels, and the catalogue's spec reads them all.
 */
const specs = (folder) => `${folder}/.*\\.spec\\.ts$`;
const domain = (folder) => ({ mutate: [`src/domain/${folder}/**/*.ts`], specs: [specs(`src/domain/${folder}`)] });
const machine = (name) => ({
  mutate: [`workflows/${name}/**/*.ts`, '!workflows/**/*.words.ts'],
  specs: [specs(`workflows/${name}`)],
});
/** Files of the engine that say what things are called and do nothing. */
const beside = (...names) => names.map((name) => `!src/engine/**/*${name}.ts`);
const MACHINES = [
  'plan',
  'cycle',
  'measure',
  'assignment',
  'round',
  'packet',
  'supervision',
  'document',
  'account',
  'unit',
];

export const ROOMS = {
  calendar: domain('calendar'),
  figures: domain('figures'),
  progress: domain('progress'),
  lights: domain('lights'),
  reference: {
    mutate: ['src/domain/{reference,plan}/**/*.ts'],
    specs: [specs('src/domain/reference'), specs('src/domain/plan')],
  },
  units: {
    mutate: ['src/domain/units/**/*.ts'],
    specs: [specs('src/domain/units'), 'test/intake/unit-register\\.spec\\.ts$'],
  },
  // Many specs, of which a mutant concerns a few: worth to ask which.
  comparison: { ...domain('comparison'), related: true },
  ...Object.fromEntries(MACHINES.map((name) => [name, machine(name)])),
  definitions: {
    mutate: ['workflows/*.ts', '!workflows/notices.ts'],
    // What all machines share is seen in two of them as well as in ten.
    specs: ['workflows/(catalogue|(packet|assignment)/.*)\\.spec\\.ts$'],
  },
  check: {
    mutate: ['src/engine/check/**/*.ts'],
    // check.spec.ts proves the real machines, which takes minutes for every mutant.
    specs: ['src/engine/check/slip\\.spec\\.ts$'],
  },
  engine: {
    mutate: ['src/engine/*.ts', ...beside('entities', 'types', 'reading-rights', 'past')],
    specs: ['src/engine/(?!past)[^/]*\\.spec\\.ts$'],
  },
  past: { mutate: ['src/engine/past.ts'], specs: ['src/engine/past\\.spec\\.ts$'] },
  checkpoints: {
    mutate: ['src/engine/checkpoints/**/*.ts'],
    specs: [
      specs('src/engine/checkpoints'),
      'src/engine/log\\.spec\\.ts$',
      'test/integration/checkpoint-url\\.spec\\.ts$',
    ],
  },
  release: {
    mutate: ['src/engine/release/**/*.ts'],
    specs: [specs('src/engine/release'), 'workflows/frozen\\.spec\\.ts$'],
  },
};

/** The room named by `MUTATE_ROOM`. Throws, naming the rooms, when there is none of that name. */
export function chosenRoom() {
  const name = process.env.MUTATE_ROOM ?? '';
  const room = ROOMS[name];
  if (!room) throw new Error(`MUTATE_ROOM=${name}: choose one of ${Object.keys(ROOMS).join(', ')}`);
  return { name, ...room };
}
