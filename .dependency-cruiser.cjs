/** Who may import whom (the table of the design's rooms), one sentence a rule. Checked by `npm test`. */

const FEATURES =
  'plans|measures|rounds|supervision|ledger|reports|cascade|organization|identity|notifications|inbox|flow';
const COMPOSITION = '^src/(main|cli|app\\.module|entities|features)\\.ts$|^src/(core|cli|demo|seeding|simulation)/';
/** The doors for programs and watchers stand before the features. */
const DOORS = '^src/(api|metrics)/';
/** What a room may show of the machines: their vocabulary, never a machine itself. */
const VOCABULARY = '^workflows/([^/]+|.*\\.(words|events))\\.ts$';
const SPEC = '\\.spec\\.ts$';

/** Inside `room`, nothing of our own may be imported but the listed rooms. */
function room(name, path, allowed, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: `^${path}`, pathNot: SPEC },
    to: { path: '^(src|workflows)/', pathNot: allowed.map((one) => `^${one}`) },
  };
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that import each other cannot be read or tested one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'workflows-know-only-xstate',
      comment: 'A machine that can import nothing else can do no I/O and read no clock.',
      severity: 'error',
      from: { path: '^workflows/', pathNot: SPEC },
      to: { pathNot: ['^workflows/', '^node_modules/xstate/'] },
    },
    room(
      'domain-knows-only-itself',
      'src/domain/',
      ['src/domain/', 'src/shared/errors.ts'],
      'The rules of the trade are pure: beside them only the word for an expected refusal.',
    ),
    {
      name: 'domain-is-pure',
      comment: 'No file, socket, process, framework or database behind a rule of the trade.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: SPEC },
      to: {
        dependencyTypes: ['core', 'npm'],
        pathNot: ['^node_modules/(decimal\\.js|lunar-typescript|canonicalize|uuid|opencc-js)/'],
      },
    },
    room(
      'intake',
      'src/intake/',
      ['src/intake/', 'src/domain/', 'src/shared/'],
      'Reading a document needs the rules and nothing that runs.',
    ),
    room(
      'engine',
      'src/engine/',
      ['src/engine/', 'src/domain/', 'src/persistence/', 'src/shared/', 'workflows/'],
      'The runtime serves every feature and knows none.',
    ),
    room(
      'persistence',
      'src/persistence/',
      ['src/persistence/', 'src/shared/'],
      'Entities and migrations are handed in by the composition.',
    ),
    room(
      'rendering',
      'src/rendering/',
      ['src/rendering/', 'src/domain/', 'src/shared/'],
      'Papers are made from plain views.',
    ),
    room(
      'web',
      'src/web/',
      ['src/web/', 'src/rendering/', 'src/shared/'],
      'What every page shares knows no feature; sessions are handed in.',
    ),
    room('shared', 'src/shared/', ['src/shared/'], 'The smallest room stands on nothing.'),
    {
      name: 'features-use-the-rooms-below',
      comment:
        'A feature uses its own files and the rooms below; of another one its exported service, and its tables to read.',
      severity: 'error',
      from: { path: `^src/(${FEATURES})/`, pathNot: SPEC },
      to: {
        path: '^(src|workflows)/',
        pathNot: [
          '^src/$1/',
          '^src/(domain|engine|persistence|rendering|shared|web|intake)/',
          VOCABULARY,
          `^src/(${FEATURES})/([^/]+\\.(service|module|entities|decorator)|register)\\.ts$`,
        ],
      },
    },
    {
      name: 'intake-has-one-caller',
      comment: 'Documents are read for plans, and by the command line; no other room parses anything.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [SPEC, '^src/(intake|plans)/', COMPOSITION],
      },
      to: { path: '^src/intake/' },
    },
    {
      name: 'nothing-imports-the-composition',
      comment: 'The composition knows all rooms, so no room may know it.',
      severity: 'error',
      from: { path: '^(src|workflows)/', pathNot: [SPEC, COMPOSITION] },
      to: { path: COMPOSITION },
    },
    {
      name: 'nothing-imports-the-doors',
      comment: 'Programs and watchers are served by the same services as the pages; no feature knows of them.',
      severity: 'error',
      from: { path: '^(src|workflows)/', pathNot: [SPEC, COMPOSITION, DOORS] },
      to: { path: DOORS },
    },
    {
      name: 'production-without-test-tools',
      comment: 'What runs in an office must not need what only developers have, nor a spec or a test helper.',
      severity: 'error',
      from: { path: '^(src|workflows)/', pathNot: SPEC },
      to: { path: [SPEC, '^test/', '^node_modules/(@jest|jest|fast-check|playwright-core|@sparticuz)/'] },
    },
    {
      name: 'declared-packages-only',
      comment: 'A package that is only there because another one needs it may vanish with the next version.',
      severity: 'error',
      from: { path: '^(src|workflows)/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads to a file.',
      severity: 'error',
      from: { path: '^(src|workflows)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
