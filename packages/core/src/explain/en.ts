import { PLATFORMS } from '@beta-headers/constants';
import type { Decision } from '../types.ts';
import { type Texts, toPhrase } from './texts.ts';

/** The scope of a claim, by the condition that it depends on. */
const PLACES = {
  platform: 'on this platform',
  model: 'with this model on this platform',
  form: 'in this form on this platform',
  'form-and-model': 'in this form with this model on this platform',
  endpoint: 'at this endpoint of this platform',
} as const;

/** Adds that the policy refuses what is not verified. */
const addPolicy = ({ action }: Decision): string =>
  action === 'refused' ? ', and the policy refuses that' : '';

/** The English texts. */
export const en: Texts = {
  verdict: {
    works: 'works as it is',
    'works-changed': 'works once it is changed',
    refused: 'will be refused',
    'refused-observed': 'will be refused as it is; what would repair it:',
    unverified: 'nobody knows for certain that it works',
  },
  from: {
    option: 'by the option',
    host: 'by the host',
    path: 'by the path',
    assumed: 'assumed: nothing in the request says which platform it is; the option `platform` can',
  },
  none: '(none)',
  inBody: '(in the body)',
  request: 'the request',
  confidence: { low: 'low confidence', disputed: 'sources disagree' },
  more: (count) => `and ${count} more`,
  actions: {
    sent: 'sent',
    added: 'added',
    missing: 'missing',
    dropped: 'left out',
    stripped: 'taken out of the body',
    substituted: 'taken out of the body',
    refused: 'refused',
    ignored: 'sent, without effect',
  },
  reasons: {
    caller: toPhrase('it came with the request'),
    always: toPhrase('the option `always` asks for it'),
    needed: ({ action }) =>
      action === 'refused'
        ? 'the request needs it, and the policy adds nothing'
        : 'the request needs it',
    instead: ({ sends, replaces }) => {
      if (sends) return `this platform wants ${sends} in its place`;
      return replaces
        ? `this platform wants it in place of ${replaces}`
        : 'it does the same as what was taken out of the body';
    },
    graduated: toPhrase('no longer needed: where the feature exists, it works without this value'),
    retired: toPhrase('the value is retired and turns nothing on any more'),
    superseded: toPhrase('it still works; a newer date of the feature exists'),
    'legacy-shape': toPhrase(
      'it selects an older shape of the answer here, and leaving it out would change the answer',
    ),
    'callers-shape': ({ action, conflictsWith }) =>
      action === 'refused'
        ? `the request needs it, and ${conflictsWith} selects another version of the endpoint`
        : `${conflictsWith} selects the shape of the answer already`,
    rejected: ({ action, level }) => {
      if (action !== 'sent' && action !== 'added') return 'this platform does not accept it';
      return level === 'debug'
        ? 'the platform that is assumed does not accept it'
        : 'this platform does not accept it, and it is kept all the same';
    },
    'rejected-before': toPhrase('it is listed as rejected here before'),
    'unknown-beta': (decision) => {
      const { fix, sends } = decision;
      const hint = fix === 'did-you-mean' ? `; did you mean ${sends}?` : '';
      return `no such beta is known${addPolicy(decision)}${hint}`;
    },
    'unknown-acceptance': (decision) =>
      `nobody knows if this platform accepts it${addPolicy(decision)}`,
    spelling: ({ sends }) => `it is written ${sends}`,
    malformed: toPhrase(
      'no header can carry this value: a beta is written in letters, digits and hyphens',
    ),
    'empty-header': toPhrase('the header, or a part between its commas, is empty'),
    misplaced: toPhrase(
      'betas do not belong here; their place is the header, or `anthropic_beta` of the body on Bedrock',
    ),
    'too-many': toPhrase('only the first 200 betas of a request are looked at'),
    conflict: ({ conflictsWith, at }) =>
      `${at ? 'the request needs it, and ' : ''}it is refused together with ${conflictsWith}`,
    unavailable: ({ action, sends, until, dependsOn }) => {
      const place = PLACES[dependsOn ?? 'platform'];
      const ended = until ? ` since the end of ${until}` : '';
      const instead = action === 'substituted' ? `; ${sends} does the same` : '';
      return `it is not available ${place}${ended}${instead}`;
    },
    'no-effect': ({ dependsOn }) =>
      `it is accepted ${PLACES[dependsOn ?? 'platform']}, and ignored`,
    'unknown-availability': (decision) =>
      decision.confidence === 'disputed'
        ? `sources disagree about whether it exists here${addPolicy(decision)}`
        : `nobody knows if it exists here${addPolicy(decision)}`,
    constraint: ({ action, dependsOn }) => {
      if (action === 'ignored') return 'it has no effect together with the rest of the request';
      if (dependsOn === 'model') return 'the API refuses what is here for this model';
      return dependsOn === 'endpoint'
        ? 'the API refuses what is here at this endpoint'
        : 'the API refuses this value or combination';
    },
    'unknown-field': (decision) =>
      `neither the official SDK nor the manifest knows it${addPolicy(decision)}`,
    'unread-body': ({ at }) =>
      at
        ? 'a model is a text, and this is none'
        : 'its body cannot be read, so only the header was planned',
    'endpoint-unavailable': ({ action }) =>
      action === 'refused'
        ? 'this platform does not have this endpoint'
        : 'nobody knows if this endpoint exists here',
    'model-retired': ({ action, until }) =>
      action === 'refused'
        ? `this model ended on ${until}; call a model that is still offered`
        : `this model ended on ${until} where Anthropic runs it; this platform has its own calendar`,
    'platform-mismatch': ({ sends }) =>
      `its host belongs to ${sends}, and the option \`platform\` names another; correct one of them`,
    'unknown-platform': toPhrase(`the option \`platform\` names none of ${PLATFORMS.join(', ')}`),
  },
};
