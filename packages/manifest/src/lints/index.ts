import { ambiguousRule } from './ambiguous-rule.ts';
import { bothLanguages } from './both-languages.ts';
import { claims } from './claims.ts';
import { docLinks } from './doc-links.ts';
import { eventOrder } from './event-order.ts';
import { evidenceDates } from './evidence-dates.ts';
import { evidenceLeads } from './evidence-leads.ts';
import { fileName } from './file-name.ts';
import { graduatedRule } from './graduated-rule.ts';
import { idForm } from './id-form.ts';
import { knownModels } from './known-models.ts';
import { lifecycle } from './lifecycle.ts';
import type { Lint } from './lint.ts';
import { redundantRule } from './redundant-rule.ts';
import { references } from './references.ts';
import { reviewMarks } from './review-marks.ts';
import { ruleForm } from './rule-form.ts';
import { stageFacts } from './stage-facts.ts';
import { summaryLength } from './summary-length.ts';
import { supersededBy } from './superseded-by.ts';
import { uniqueId } from './unique-id.ts';
import { unreachableRule } from './unreachable-rule.ts';

/** Every lint; one file each. */
export const lints: readonly Lint[] = [
  fileName,
  idForm,
  uniqueId,
  supersededBy,
  references,
  ruleForm,
  ambiguousRule,
  redundantRule,
  unreachableRule,
  graduatedRule,
  bothLanguages,
  summaryLength,
  claims,
  stageFacts,
  knownModels,
  docLinks,
  evidenceDates,
  evidenceLeads,
  eventOrder,
  lifecycle,
  reviewMarks,
];
