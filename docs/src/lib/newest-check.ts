/** The newest day on which a source was read. It shows the age of the data without any clock. */
import { report } from '@beta-headers/manifest/report';
import { catalog } from './catalog.ts';

export const newestCheck: string = report(catalog).sources.newestCheck ?? '–';
