/** Writes what a probe learned: an overlay, and evidence for a pull request. */
import { type CatalogOverlay, extendCatalog } from '@beta-headers/core';
import { catalog } from '@beta-headers/manifest/data';
import { stringify } from 'yaml';
import { findNewestDay } from '../data-age.ts';
import type { ProbeOutput, ProbeResult } from '../schema/probe.ts';
import { readVersion } from '../version.ts';

/**
 * Makes an overlay of the clear answers. Each claim holds for the probed endpoint, and for the
 * probed model if the manifest knows it.
 */
function makeOverlay({ platform, model, results }: ProbeOutput): CatalogOverlay {
  const id = findModel(model);
  const makeClaim = <S extends string>(status: S, { endpoint }: ProbeResult) => ({
    status,
    ...(id !== undefined && { models: [id] }),
    endpoint: [endpoint],
  });
  const clear = results.filter(({ answer }) => answer !== 'unclear');
  const betas = clear
    .filter(({ kind }) => kind === 'beta')
    .map((one) => {
      const status = one.answer === 'accepted' ? ('accepted' as const) : ('rejected' as const);
      return [one.name, { acceptance: { [platform]: [makeClaim(status, one)] } }] as const;
    });
  const features = clear
    .filter(({ kind }) => kind === 'feature')
    .map((one) => {
      const status = one.answer === 'accepted' ? ('available' as const) : ('unavailable' as const);
      return [one.name, { availability: { [platform]: [makeClaim(status, one)] } }] as const;
    });
  const overlay: CatalogOverlay = {
    ...(betas.length > 0 && { betas: Object.fromEntries(betas) }),
    ...(features.length > 0 && { features: Object.fromEntries(features) }),
  };
  // Throws if the engine would not take it.
  extendCatalog(overlay);
  return overlay;
}

/** Finds the model of the manifest that a platform's name means. */
function findModel(model: string): string | undefined {
  const ids = catalog.models.map(({ id }) => id).sort((a, b) => b.length - a.length);
  return ids.find((id) => new RegExp(`(?:^|[./])${id}(?=$|[@:-]\\d{8}|-v\\d|@)`).test(model));
}

/** Writes the overlay as YAML. */
export function formatOverlay(output: ProbeOutput): string {
  const { platform, model, day } = output;
  return [
    `# Probed on ${day}: ${platform}, ${model}.`,
    '# "accepted" and "available" mean that the request was not refused; a platform may ignore what',
    '# it accepts. The claims hold for your account; others may differ.',
    stringify(makeOverlay(output)),
  ].join('\n');
}

/** Writes the answers as evidence. It holds no key, and no id of an account. */
export function formatEvidence(output: ProbeOutput): string {
  const { platform, model, day, results, skipped, stopped } = output;
  return [
    '# Evidence of a probe, for a pull request to https://github.com/beta-headers/beta-headers.',
    '# Read it before you publish it: ids and keys were removed from the messages automatically.',
    stringify({
      probe: {
        platform,
        model,
        day,
        tool: `@beta-headers/cli ${readVersion()}`,
        data: findNewestDay(),
        control: 'the same request without any beta was answered with a 2xx status',
      },
      results,
      ...(skipped.length > 0 && { skipped }),
      ...(stopped !== undefined && { stopped }),
    }),
  ].join('\n');
}
