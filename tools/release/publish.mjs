/** The entry of `npm run release:publish`, which runs without the pinned Node of the toolchain. */
if (process.features.typescript) await import('./src/commands/publish.ts');
else {
  console.error(
    `release:publish needs Node 24, which runs TypeScript, and this is ${process.version}. ` +
      'Install it, or run: npm run x -- node tools/release/publish.mjs',
  );
  process.exitCode = 2;
}
