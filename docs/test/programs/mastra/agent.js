import { generateText } from 'ai';

/** Calls the model as Mastra's agent does, without its memory, tools and telemetry. */
export class Agent {
  #options;

  constructor(options) {
    this.#options = options;
  }

  async generate(prompt, { providerOptions } = {}) {
    const { model, instructions } = this.#options;
    return generateText({ model, system: instructions, prompt, providerOptions });
  }
}
