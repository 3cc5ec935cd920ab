/** The day on which a source was last read: how fresh the data are, without any clock. */
import { report } from '@beta-headers/manifest/report';
import { catalog } from './catalog.ts';

export const newestCheck: string = report(catalog).sources.newestCheck ?? '–';
