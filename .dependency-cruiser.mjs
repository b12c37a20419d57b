// The import rule of README.md, "The folders". A folder's door is a file directly in it.

/** Nothing in `from` may import what is neither in `to` nor a built-in module, where those are allowed. */
function only(name, from, to, { builtIn = false } = {}) {
  return {
    name,
    severity: 'error',
    from: { path: from },
    to: { pathNot: to, ...(builtIn && { dependencyTypesNot: ['core'] }) },
  };
}

/** The package has one home, wherever else its name is heard. */
function home(packages, where) {
  return {
    name: `home-of-${packages[0]}`,
    severity: 'error',
    from: { pathNot: [...where, '^tests/', '^scripts/'] },
    // Anchored: the folder electron/ and the package electron share a name.
    to: { path: packages.map((name) => `^node_modules/${name}(/|$)`) },
  };
}

const npm = (name) => `^node_modules/${name}/`;

export default {
  forbidden: [
    only('domain-is-pure', '^domain/', ['^domain/']),
    only('contract', '^electron/contract/', ['^electron/contract/', '^domain/', npm('zod')]),
    only('preload', '^electron/preload/', ['^electron/preload/', '^electron/contract/', npm('electron')]),
    only('main', '^electron/main/', ['^electron/main/', '^electron/contract/', npm('electron')], { builtIn: true }),
    only(
      'core',
      '^electron/core/',
      ['^electron/(core|contract)/', '^domain/', '^sync/[^/]+\\.ts$', '^printing/[^/]+\\.ts$'],
      { builtIn: true },
    ),
    {
      ...only('renderer', '^renderer/', [
        '^renderer/',
        '^electron/contract/',
        '^domain/',
        ...['react', 'react-dom', '@types/react', '@types/react-dom', '@mantine', '@zxing', '@fontsource'].map(npm),
      ]),
      // It runs while building, not in the window.
      from: { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$' },
    },
    {
      ...only(
        'sync',
        '^sync/',
        ['^sync/', '^domain/', ...['rxdb', 'rxjs', 'zod', 'better-sqlite3', '@types/better-sqlite3'].map(npm)],
        {
          builtIn: true,
        },
      ),
      from: { path: '^sync/', pathNot: '^sync/server/' },
    },
    {
      name: 'sync-knows-no-server',
      severity: 'error',
      from: { path: '^sync/', pathNot: '^sync/server/' },
      to: { path: '^sync/server/' },
    },
    only(
      'server',
      '^sync/server/',
      ['^sync/(server|wire)/', '^domain/', ...['fastify', 'better-sqlite3', '@types/better-sqlite3'].map(npm)],
      { builtIn: true },
    ),
    only(
      'printing',
      '^printing/',
      ['^printing/', '^domain/', ...['@napi-rs/canvas', 'bwip-js', 'node-thermal-printer'].map(npm)],
      { builtIn: true },
    ),
    home(['electron'], ['^electron/(main|preload)/']),
    home(['better-sqlite3', '@types/better-sqlite3'], ['^sync/(store|server)/']),
    home(['rxdb', 'rxjs'], ['^sync/[^/]+\\.ts$', '^sync/store/']),
    home(['node-thermal-printer'], ['^printing/device/']),
    home(['@zxing'], ['^renderer/scan/']),
    {
      name: 'nobody-needs-tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'nobody-needs-scripts',
      severity: 'error',
      from: { pathNot: '^(tests|scripts)/' },
      to: { path: '^scripts/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only-declared-packages',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    { name: 'nothing-is-missing', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'shipped-code-needs-shipped-packages',
      severity: 'error',
      // main, preload and renderer are bundled whole; the rest is looked up when the program runs.
      from: { path: '^(domain|electron/(core|contract)|sync|printing)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
    },
  },
};
