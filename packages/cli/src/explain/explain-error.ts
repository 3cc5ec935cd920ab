/** Explains an error. */
import type { Platform } from '@beta-headers/core';
import {
  classifyErrorText,
  classifyLog,
  type ErrorFacts,
  type ErrorReading,
  type ErrorText,
  type LogReading,
} from '@beta-headers/reader';
import type { ErrorOutput } from '../schema/error.ts';

/** Facts about an error that its text may not have. */
export interface ErrorSettings {
  readonly platform?: Platform | 'all' | undefined;
  readonly language: 'en' | 'id';
  /** The betas that were sent. */
  readonly sent?: readonly string[] | undefined;
}

/** Explains the text of an error. */
export const explainError = (error: ErrorText, settings: ErrorSettings): ErrorOutput =>
  toOutput(error, classifyErrorText(error, toFacts(settings)));

/** Explains the error of a log. */
export const explainLogged = (
  log: LogReading,
  error: ErrorReading,
  settings: ErrorSettings,
): ErrorOutput => toOutput(error, classifyLog(log, error, toFacts(settings)));

const toFacts = ({ platform, language, sent }: ErrorSettings): ErrorFacts => ({
  platform: platform === 'all' ? undefined : platform,
  language,
  sent,
});

function toOutput({ status }: ErrorText, info: ReturnType<typeof classifyErrorText>): ErrorOutput {
  if (!info)
    return {
      isAboutBetas: false,
      betas: [],
      suspects: [],
      ...(status !== undefined && { status }),
    };
  const { kind, betas, suspects, advice, docs, platform, row, neededOn, absentOn } = info;
  return {
    isAboutBetas: true,
    kind,
    betas,
    suspects,
    advice,
    ...(docs !== undefined && { docs }),
    ...(platform !== undefined && { platform }),
    ...(neededOn.length > 0 && { neededOn: [...neededOn] }),
    ...(absentOn.length > 0 && { absentOn: [...absentOn] }),
    ...(status !== undefined && { status }),
    ...(row !== undefined && { row }),
  };
}
