// The import rule of README.md, "The folders". A folder's door is a file directly in it.

const BUILT_IN = Symbol('modules of Node itself');

/** Nothing in `from` may import what is neither in `to` nor, where `BUILT_IN` is among them, a module of Node's own. */
function only(name, from, to) {
  return {
    name,
    severity: 'error',
    from: { path: from },
    to: {
      pathNot: to.filter((path) => path !== BUILT_IN),
      ...(to.includes(BUILT_IN) && { dependencyTypesNot: ['core'] }),
    },
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
    only('main', '^electron/main/', ['^electron/main/', '^electron/contract/', npm('electron'), BUILT_IN]),
    only('core', '^electron/core/', [
      '^electron/(core|contract)/',
      '^domain/',
      '^sync/[^/]+\\.ts$',
      '^printing/[^/]+\\.ts$',
      npm('serialport'),
      BUILT_IN,
    ]),
    {
      ...only('renderer', '^renderer/', [
        '^renderer/',
        '^electron/contract/',
        '^domain/',
        ...[
          'react',
          'react-dom',
          '@types/react',
          '@types/react-dom',
          '@mantine',
          '@zxing',
          'zxing-wasm',
          '@fontsource',
        ].map(npm),
        // A file of a package that is laid beside the bundle, by its address.
        '^zxing-wasm/.*\\?url$',
      ]),
      // It runs while building, not in the window.
      from: { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$' },
    },
    {
      ...only('sync', '^sync/', [
        '^sync/',
        '^domain/',
        ...['rxdb', 'rxjs', 'zod', 'better-sqlite3', '@types/better-sqlite3'].map(npm),
        BUILT_IN,
      ]),
      from: { path: '^sync/', pathNot: '^sync/server/' },
    },
    {
      name: 'sync-knows-no-server',
      severity: 'error',
      from: { path: '^sync/', pathNot: '^sync/server/' },
      to: { path: '^sync/server/' },
    },
    only('server', '^sync/server/', [
      '^sync/(server|wire)/',
      '^domain/',
      ...['fastify', 'better-sqlite3', '@types/better-sqlite3'].map(npm),
      BUILT_IN,
    ]),
    only('printing', '^printing/', [
      '^printing/',
      '^domain/',
      ...['@napi-rs/canvas', 'bwip-js', 'node-thermal-printer'].map(npm),
      BUILT_IN,
    ]),
    home(['electron'], ['^electron/(main|preload)/']),
    home(['better-sqlite3', '@types/better-sqlite3'], ['^sync/(store|server)/']),
    home(['rxdb', 'rxjs'], ['^sync/[^/]+\\.ts$', '^sync/store/']),
    home(['node-thermal-printer'], ['^printing/device/']),
    home(['@zxing', 'zxing-wasm'], ['^renderer/scan/']),
    home(['serialport'], ['^electron/core/']),
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
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'], pathNot: '\\?url$' },
    },
    { name: 'nothing-is-missing', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?url$' } },
    {
      name: 'native-parts-are-shipped',
      severity: 'error',
      // Everything else is bundled whole; these two stay packages, and must be among those that are packed.
      from: { path: '^(domain|electron|sync|printing)/' },
      to: { dependencyTypes: ['npm-dev'], path: ['^node_modules/better-sqlite3/', '^node_modules/@napi-rs/'] },
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
