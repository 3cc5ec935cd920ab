import type { generateText, LanguageModel } from 'ai';

/** The members of Mastra's agent that the guide uses. */
export declare class Agent {
  constructor(options: {
    readonly id: string;
    readonly name: string;
    readonly instructions: string;
    readonly model: LanguageModel;
  });
  generate(
    prompt: string,
    options?: Pick<Parameters<typeof generateText>[0], 'providerOptions'>,
  ): Promise<{ readonly text: string }>;
}
