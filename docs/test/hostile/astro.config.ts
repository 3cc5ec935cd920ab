/** Builds the site from a catalogue in which every text is hostile. */
import { catalog } from '@beta-headers/manifest/data';
import config from '../../astro.config.ts';
import { makeHostile } from './overlay.ts';

const ID = '\0hostile-catalogue';

const replaceData = {
  name: 'hostile-catalogue',
  enforce: 'pre' as const,
  resolveId: (id: string) => (/(?:^|\/)data\.json$/.test(id) ? ID : undefined),
  load: (id: string) =>
    id === ID ? `export default ${JSON.stringify(makeHostile(catalog))};` : undefined,
};

export default {
  ...config,
  vite: { ...config.vite, plugins: [...(config.vite?.plugins ?? []), replaceData] },
};
