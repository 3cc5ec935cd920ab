/** The surface of message params, from the manifest. */
import { catalog } from '@beta-headers/manifest/data';
import type { Surface } from './surface.ts';

/** The documented surface, and that of the SDK release that the manifest was read from. */
export const SDK_SURFACE: Surface = catalog.surface;
