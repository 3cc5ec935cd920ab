import { ambiguousRule } from './ambiguous-rule.ts';
import { bothLanguages } from './both-languages.ts';
import { claims } from './claims.ts';
import { evidenceDates } from './evidence-dates.ts';
import { fileName } from './file-name.ts';
import { idForm } from './id-form.ts';
import { knownModels } from './known-models.ts';
import { lifecycle } from './lifecycle.ts';
import type { Lint } from './lint.ts';
import { references } from './references.ts';
import { ruleForm } from './rule-form.ts';
import { stageFacts } from './stage-facts.ts';
import { supersededBy } from './superseded-by.ts';
import { uniqueId } from './unique-id.ts';

/** Every lint; one file each. */
export const lints: readonly Lint[] = [
  fileName,
  idForm,
  uniqueId,
  supersededBy,
  references,
  ruleForm,
  ambiguousRule,
  bothLanguages,
  claims,
  stageFacts,
  knownModels,
  evidenceDates,
  lifecycle,
];
