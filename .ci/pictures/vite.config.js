import { defineConfig } from 'vite';

export default defineConfig({
  root: 'page',
  base: './',
  define: { 'process.env': {}, global: 'globalThis' },
  build: { outDir: '../dist', emptyOutDir: true, chunkSizeWarningLimit: 20_000 },
  logLevel: 'error',
});
