import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The oldest browser the window runs in. Lowers syntax only: newer run-time functions must not be used. */
const TARGET = 'chrome114';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Relative: the page is served from `app://counter/` and knows nothing of its address.
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: TARGET,
    cssTarget: TARGET,
    // The polyfill would be an inline script, which the content security policy refuses.
    modulePreload: { polyfill: false },
    // Fonts stay files: the policy allows no `data:` fonts.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Read from the disk beside it, not from a network: one file of half a megabyte is right.
    chunkSizeWarningLimit: 700,
  },
});
