/** The English texts of "Do you need it?" and "What to write today". */
export const needEn = {
  title: { beta: 'Do you need it?', feature: 'Do you need a header?' },
  verdict: {
    yes: 'Yes',
    no: 'No',
    depends: 'Depends on the platform',
    form: 'Depends on the request',
    superseded: 'Not any more',
    client: 'No',
    unknown: 'Nobody knows',
  },
  since: (date: string) => `, since ${date}`,
  retired: (date: string) => `: it was retired on ${date}`,
  isRetired: ': it is retired',
  superseded: (id: string) => `: it was superseded by \`${id}\``,
  client: ': official clients send it themselves',
  access: ', if your organization has been given access',
  /** The sentences after the verdict. */
  says: {
    send: 'Without it, a request that uses the feature is refused or answered without the feature.',
    sends: (values: string) => `The value is ${values}.`,
    sendsOne: (values: string) => `The values are ${values}; the platform decides which.`,
    neededOn: (platforms: string) => `Needed on ${platforms}.`,
    notNeededOn: (platforms: string) => `Not needed on ${platforms}.`,
    byHand: 'Nothing in a request shows that it is needed: send it when you want what it gives.',
    graduated: 'The feature is generally available. On the Claude API this value does nothing.',
    graduatedFeature: 'The feature is generally available and needs no header on the Claude API.',
    selects: (endpoints: string) =>
      `The value still selects an older response shape at ${endpoints}: take it out together ` +
      'with the code that reads that shape.',
    olderForms: (forms: string) => `Only this still needs it: ${forms}.`,
    ownForm: (forms: string) => `Requests of its own form still need it: ${forms}.`,
    newest: (id: string) => `The newest is \`${id}\`.`,
    use: (id: string) => `Use \`${id}\` instead.`,
    remove: 'The value does nothing any more: take it out of your code.',
    client: 'Do not set it by hand.',
    clientFeature:
      'The feature needs no header. The value on this page is a marker that official clients ' +
      'send themselves.',
    unknown: 'No source says what needs it.',
    freeForms: (forms: string) => `No header is needed for this form: ${forms}.`,
    still: (platforms: string) => `${platforms}: still needed.`,
    notAnyMore: (date: string) => `On the Claude API it has not been needed since ${date}.`,
    only: (models: string) => `only with ${models}`,
  },
  answer: 'Answer',
  answers: {
    send: 'Send it',
    instead: 'Send another value',
    'no-header': 'No header needed',
    refused: 'Refused there',
    'leave-out': 'Leave it out',
    'no-effect': 'Does nothing there',
    unavailable: 'Not available',
    unknown: 'Nobody knows',
  },
  explained: {
    send: 'The feature exists there and needs the value.',
    instead: 'The platform wants another value in its place.',
    'no-header': 'The feature exists there and needs no header.',
    refused: 'The platform answers the value with an error.',
    'leave-out': 'The value is of no use. Nobody has published whether the feature exists there.',
    'no-effect': 'The platform takes the request and ignores the feature.',
    unavailable: 'A source says that the feature does not exist there.',
    unknown: 'Nobody has published whether the feature or the value is taken there.',
  },
  disputed: 'sources disagree',
  limited: {
    models: 'some models',
    forms: 'some forms of the request',
    endpoints: 'some endpoints',
  },
  limitedHint: 'The table of platforms has the details.',
  for: (title: string) => `for “${title}”`,
  write: {
    title: 'What to write today',
    header: 'In the header `anthropic-beta`; several values are separated by commas.',
    body:
      'In the request body, in the list `anthropic_beta`. The header is not read there; ' +
      'the client of the SDK moves `betas` into the body.',
    converse:
      'In the request body, in the list `additionalModelRequestFields.anthropic_beta`. The ' +
      'header is not read there.',
    without: 'No header, and no beta in the body.',
    onlyWith: (models: string) => `Only with ${models}; other models need no header.`,
    rejects: (id: string) => `\`${id}\` is answered with an error there.`,
    before: 'Before, with the old value',
    further: 'Another request',
    nothing: 'There is nothing to write: leave the value out.',
    automatic: 'The helper packages add it when the request needs it:',
    inBody: 'Body',
    inHeader: 'Header',
  },
  permalink: 'Permanent link',
  sdk: {
    title: 'Oldest SDK release that knows it',
    deprecated: (version: string) => `deprecated since TypeScript SDK ${version}`,
    sends: 'The TypeScript SDK still sends it at',
  },
};

type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widen<T[K]> };
export type NeedMessages = Widen<typeof needEn>;
