import { releaseDry } from '../../e2e/src/release.ts';
import { type Suite, several } from '../lib/suite.ts';

/** The release, all of it, against a registry on this machine. */
export const release: Suite = {
  name: 'release',
  about: "packed, published to a local registry, installed elsewhere, the README's quick start run",
  needs: ['build', 'packages'],
  run: async () => several(await releaseDry()),
};
