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
    unverified: 'it is not known if it works',
  },
  from: {
    option: 'by the option',
    host: 'by the host',
    path: 'by the path',
    assumed:
      'assumed, because nothing in the request shows the platform; set the option `platform`',
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
    stripped: 'removed from the body',
    substituted: 'removed from the body',
    refused: 'refused',
    ignored: 'sent, without effect',
  },
  reasons: {
    caller: toPhrase('it came with the request'),
    always: toPhrase('the option `always` lists it'),
    needed: ({ action }) =>
      action === 'refused'
        ? 'the request needs it, and the policy does not add it'
        : 'the request needs it',
    instead: ({ sends, replaces }) => {
      if (sends) return `this platform wants ${sends} in its place`;
      return replaces
        ? `this platform wants it in place of ${replaces}`
        : 'it has the same effect as the part that was removed from the body';
    },
    graduated: toPhrase('no longer needed: where the feature exists, it works without this value'),
    retired: toPhrase('the value is retired and has no effect any more'),
    superseded: toPhrase('it still works; a newer date of the feature exists'),
    'legacy-shape': toPhrase(
      'it selects an older response shape here, and leaving it out would change the response',
    ),
    'callers-shape': ({ action, conflictsWith }) =>
      action === 'refused'
        ? `the request needs it, and ${conflictsWith} selects another version of the endpoint`
        : `${conflictsWith} already selects the response shape`,
    rejected: ({ action, level }) => {
      if (action !== 'sent' && action !== 'added') return 'this platform does not accept it';
      return level === 'debug'
        ? 'the assumed platform does not accept it'
        : 'this platform does not accept it, but it is sent anyway';
    },
    'rejected-before': toPhrase('it was rejected here before'),
    'unknown-beta': (decision) => {
      const { fix, sends } = decision;
      const hint = fix === 'did-you-mean' ? `; did you mean ${sends}?` : '';
      return `no such beta is known${addPolicy(decision)}${hint}`;
    },
    'unknown-acceptance': (decision) =>
      `it is not known if this platform accepts it${addPolicy(decision)}`,
    spelling: ({ sends }) => `the correct spelling is ${sends}`,
    malformed: ({ at }) =>
      at
        ? '`anthropic_beta` has to be a list of names of betas'
        : 'a header cannot carry this value: a beta consists of letters, digits and hyphens',
    'empty-header': toPhrase('the header, or a part between its commas, is empty'),
    misplaced: toPhrase(
      'betas do not belong here; send them in the header, or on Bedrock in `anthropic_beta`',
    ),
    'too-many': toPhrase('only the first 200 betas of a request are read'),
    conflict: ({ conflictsWith, at }) =>
      `${at ? 'the request needs it, and ' : ''}it is refused together with ${conflictsWith}`,
    unavailable: ({ action, sends, until, dependsOn }) => {
      const place = PLACES[dependsOn ?? 'platform'];
      const ended = until ? ` since the end of ${until}` : '';
      const instead = action === 'substituted' ? `; ${sends} has the same effect` : '';
      return `it is not available ${place}${ended}${instead}`;
    },
    'no-effect': ({ dependsOn }) =>
      `it is accepted ${PLACES[dependsOn ?? 'platform']}, but ignored`,
    'unknown-availability': (decision) => {
      const place = decision.dependsOn ? PLACES[decision.dependsOn] : 'here';
      return decision.confidence === 'disputed'
        ? `sources disagree about whether it exists ${place}${addPolicy(decision)}`
        : `it is not known if it exists ${place}${addPolicy(decision)}`;
    },
    constraint: (decision) => {
      const { action, dependsOn, confidence } = decision;
      if (confidence === 'unknown')
        return `it is not known if the API takes this value with this model${addPolicy(decision)}`;
      if (action === 'ignored') return 'it has no effect together with the rest of the request';
      if (dependsOn === 'model') return 'the API refuses this value with this model';
      return dependsOn === 'endpoint'
        ? 'the API refuses this value at this endpoint'
        : 'the API refuses this value or combination';
    },
    'unknown-field': (decision) =>
      `neither the official SDK nor the manifest knows it${addPolicy(decision)}`,
    'unread-body': ({ at }) =>
      at ? 'the model must be a string' : 'its body cannot be read, so only the header was planned',
    'endpoint-unavailable': ({ action }) =>
      action === 'refused'
        ? 'this platform does not have this endpoint'
        : 'it is not known if this endpoint exists here',
    'model-retired': ({ action, until }) =>
      action === 'refused'
        ? `this model was retired on ${until}; use a model that is still available`
        : `Anthropic retired this model on ${until}; this platform has its own schedule`,
    'platform-mismatch': ({ sends }) =>
      `its host belongs to ${sends}, but the option \`platform\` names another; correct one of them`,
    'unknown-platform': toPhrase(`the option \`platform\` must be one of ${PLATFORMS.join(', ')}`),
  },
};
