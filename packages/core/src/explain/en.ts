import { because, type Texts } from './texts.ts';

/** What a claim is about, by what tells it apart from the other claims about its subject. */
const PLACES = {
  platform: 'on this platform',
  model: 'with this model on this platform',
  form: 'in this form on this platform',
  endpoint: 'at this endpoint of this platform',
} as const;

/** English. */
export const en: Texts = {
  verdict: {
    works: 'works as it is',
    'works-changed': 'works once it is changed',
    refused: 'will be refused',
    unverified: 'nobody knows for certain that it works',
  },
  from: {
    option: 'by the option',
    host: 'by the host',
    path: 'by the path',
    assumed: 'assumed: nothing in the request says which platform it is',
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
    caller: because('it came with the request'),
    always: because('the option `always` asks for it'),
    needed: ({ action }) =>
      action === 'missing' || action === 'refused'
        ? 'the request needs it and does not have it'
        : 'the request needs it',
    instead: ({ sends, replaces }) => {
      if (sends) return `this platform wants ${sends} in its place`;
      return replaces
        ? `this platform wants it in place of ${replaces}`
        : 'it does the same as what was taken out of the body';
    },
    graduated: because('the header does nothing here: the feature no longer needs it'),
    retired: because('the value does nothing any more'),
    superseded: because('it still works; a newer date of the feature exists'),
    'legacy-shape': because(
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
        : 'this platform does not accept it, and the policy sends it all the same';
    },
    'rejected-before': because('it is listed as rejected here before'),
    'unknown-beta': ({ fix, sends }) =>
      `no such beta is known${fix === 'did-you-mean' ? `; did you mean ${sends}?` : ''}`,
    'unknown-acceptance': because('nobody knows if this platform accepts it'),
    spelling: ({ sends }) => `it is written ${sends}`,
    malformed: because('no header can carry this value'),
    'too-many': because('only the first 200 betas of a request are looked at'),
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
    'unknown-availability': ({ confidence }) =>
      confidence === 'disputed'
        ? 'sources disagree about whether it exists here'
        : 'nobody knows if it exists here',
    constraint: ({ action }) =>
      action === 'ignored'
        ? 'it has no effect together with the rest of the request'
        : 'the API refuses it together with the rest of the request',
    'unknown-field': because('neither the SDK nor the manifest knows this'),
    'unread-body': because('its body cannot be read, so only the header was planned'),
    'endpoint-unavailable': ({ action }) =>
      action === 'refused'
        ? 'this platform does not have this endpoint'
        : 'nobody knows if this endpoint exists here',
    'model-retired': ({ action, until }) =>
      action === 'refused'
        ? `its model ended on ${until}`
        : `its model ended on ${until} where Anthropic runs it; this platform has its own calendar`,
    'platform-mismatch': ({ sends }) => `its host belongs to ${sends}, not to this platform`,
    'unknown-platform': because('the option `platform` is not the name of a platform'),
  },
};
