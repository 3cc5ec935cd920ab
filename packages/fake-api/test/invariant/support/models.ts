/** Models that something tells apart: one of each class. */
import type { Platform } from '@beta-headers/manifest';
import { catalog } from '@beta-headers/manifest/data';
import { TODAY } from './faults.ts';

/** Every list of models that a claim about the platform, a rule or a condition has. */
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

/** A name that does not say which model it is. */
export const DEPLOYMENT = 'my-deployment';
/** A model that the manifest does not have. */
export const UNLISTED = 'claude-unlisted-9';

/**
 * The models that anything tells apart on a platform: the first of each class, in the order of the
 * manifest, with those that ended as classes of their own; one unlisted, and one deployment.
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
