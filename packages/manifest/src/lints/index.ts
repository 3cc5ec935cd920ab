import { ambiguousRule } from './ambiguous-rule.ts';
import { bothLanguages } from './both-languages.ts';
import { citedSources } from './cited-sources.ts';
import { claimListEnd } from './claim-list-end.ts';
import { claims } from './claims.ts';
import { contradictingClaims } from './contradicting-claims.ts';
import { coveredClaim } from './covered-claim.ts';
import { defaultBeta } from './default-beta.ts';
import { docLinks } from './doc-links.ts';
import { errorPatterns } from './error-patterns.ts';
import { eventOrder } from './event-order.ts';
import { evidenceDates } from './evidence-dates.ts';
import { evidenceLeads } from './evidence-leads.ts';
import { fileName } from './file-name.ts';
import { futureDate } from './future-date.ts';
import { graduatedRule } from './graduated-rule.ts';
import { idForm } from './id-form.ts';
import { knownAudience } from './known-audience.ts';
import { knownEndpoints } from './known-endpoints.ts';
import { knownFeatures } from './known-features.ts';
import { knownFixes } from './known-fixes.ts';
import { knownModels } from './known-models.ts';
import { knownPaths } from './known-paths.ts';
import { knownPlatforms } from './known-platforms.ts';
import { knownSdks } from './known-sdks.ts';
import { knownShapes } from './known-shapes.ts';
import { knownSources } from './known-sources.ts';
import { knownVariables } from './known-variables.ts';
import { lifecycle } from './lifecycle.ts';
import type { Lint } from './lint.ts';
import { notABeta } from './not-a-beta.ts';
import { notBetaOrder } from './not-beta-order.ts';
import { plainTitle } from './plain-title.ts';
import { platformLike } from './platform-like.ts';
import { possibleConstraint } from './possible-constraint.ts';
import { publicSource } from './public-source.ts';
import { redundantRule } from './redundant-rule.ts';
import { references } from './references.ts';
import { reviewMarks } from './review-marks.ts';
import { ruleForm } from './rule-form.ts';
import { sourceOrder } from './source-order.ts';
import { stageFacts } from './stage-facts.ts';
import { substitutes } from './substitutes.ts';
import { summaryLength } from './summary-length.ts';
import { supersededBy } from './superseded-by.ts';
import { uniqueEntry } from './unique-entry.ts';
import { uniqueId } from './unique-id.ts';
import { uniqueSource } from './unique-source.ts';
import { unreachableRule } from './unreachable-rule.ts';
import { usedFixes } from './used-fixes.ts';

/** Every lint, each in a file of its own. */
export const lints: readonly Lint[] = [
  fileName,
  idForm,
  uniqueId,
  uniqueEntry,
  uniqueSource,
  sourceOrder,
  notABeta,
  notBetaOrder,
  defaultBeta,
  knownAudience,
  supersededBy,
  references,
  knownFeatures,
  knownModels,
  knownPlatforms,
  knownFixes,
  knownSources,
  knownVariables,
  knownSdks,
  knownShapes,
  knownPaths,
  knownEndpoints,
  platformLike,
  ruleForm,
  ambiguousRule,
  redundantRule,
  unreachableRule,
  graduatedRule,
  possibleConstraint,
  substitutes,
  claims,
  claimListEnd,
  coveredClaim,
  contradictingClaims,
  stageFacts,
  bothLanguages,
  plainTitle,
  summaryLength,
  docLinks,
  evidenceDates,
  evidenceLeads,
  eventOrder,
  futureDate,
  citedSources,
  publicSource,
  usedFixes,
  errorPatterns,
  lifecycle,
  reviewMarks,
];
