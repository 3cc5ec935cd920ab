/** What message params may have, as the manifest keeps it. */
import { catalog } from '@beta-headers/manifest/data';
import type { Surface } from './surface.ts';

/** The surface of the SDK release that the manifest was read from, and what is documented. */
export const SDK_SURFACE: Surface = catalog.surface;
