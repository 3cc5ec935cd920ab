/** sdks.yaml: the official SDKs in other languages, as far as their releases were read. */
import * as z from 'zod';
import { SDK_LANGUAGES } from '../enums.ts';
import { describeText, evidence, version } from './values.ts';

export const SdkList = z.strictObject({
  sdks: z
    .array(
      z.strictObject({
        language: z.enum(SDK_LANGUAGES).exclude(['typescript']),
        package: describeText('The package that people install'),
        newest: version.describe(
          'The newest release that was read for `sdk.since`. It lacks the values without a version',
        ),
        evidence,
      }),
    )
    .min(1),
});

/** The language of an official SDK. */
export type SdkLanguage = (typeof SDK_LANGUAGES)[number];
/** An entry of sdks.yaml. */
export type SdkSource = z.infer<typeof SdkList>['sdks'][number];
