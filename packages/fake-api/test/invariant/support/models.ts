/** Chooses one model of each class that claims or rules distinguish. */
import type { Platform } from '@beta-headers/manifest';
import { catalog } from '@beta-headers/manifest/data';
import { TODAY } from './faults.ts';

/** Collects every list of models in claims about the platform, rules and conditions. */
function collectModelLists(platform: Platform): (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if ((key === 'models' || key === 'model') && Array.isArray(inner)) found.push(inner);
        else visit(inner);
      }
    }
  };
  for (const { availability, uses, constraints, substitutes } of catalog.features)
    visit([availability[platform], uses, constraints, substitutes]);
  for (const { acceptance, requires } of catalog.betas) visit([acceptance[platform], requires]);
  return found;
}

/** A name that does not identify its model. */
export const DEPLOYMENT = 'my-deployment';
/** A model that the manifest does not have. */
export const UNLISTED = 'claude-unlisted-9';

/**
 * Lists one model of each class on a platform, in the order of the manifest. Retired models are
 * separate classes. Adds one unlisted model and one deployment.
 */
export function listModels(platform: Platform): readonly string[] {
  const lists = collectModelLists(platform);
  const firsts = new Map<string, string>();
  for (const { id, retired } of catalog.models) {
    const isEnded = retired !== undefined && retired <= TODAY;
    const key = [isEnded, ...lists.map((list) => list.includes(id))].join();
    if (!firsts.has(key)) firsts.set(key, id);
  }
  return [...firsts.values(), UNLISTED, DEPLOYMENT];
}
