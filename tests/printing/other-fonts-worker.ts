import { registerHooks } from 'node:module';

// The worker as it would be beside fonts of another release: the program says one version, the files another.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.endsWith('/font-version.ts')
      ? { url: "data:text/javascript,export const FONT_VERSION = 'noto-sans-of-another-release'", shortCircuit: true }
      : next(specifier, context),
});
await import('../../printing/layout/raster-worker.ts');
