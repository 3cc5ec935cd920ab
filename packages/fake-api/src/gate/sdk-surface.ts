/** What the SDK's message params know, as the manifest keeps it. */
import surface from '@beta-headers/manifest/surface.json' with { type: 'json' };
import type { Surface } from './surface.ts';

/** The surface of the SDK release that the manifest was read from. */
export const SDK_SURFACE: Surface = surface.known;
