import type { ModelPort } from './model-port.ts';

const MAX_ANSWER_TOKENS = 500;

/** A model behind any address that speaks OpenAI's chat API. One try each: the resident is waiting. */
export const createOpenAiModel = (options: {
  /** With the version, such as `https://example.org/v1`. */
  baseUrl: string;
  model: string;
  /** Null where the server asks for none. */
  apiKey: string | null;
}): ModelPort => {
  const settings = {
    model: options.model,
    apiKey: options.apiKey ?? 'none',
    configuration: { baseURL: options.baseUrl },
    temperature: 0,
    maxTokens: MAX_ANSWER_TOKENS,
    maxRetries: 0,
  };
  // large, and most units have no model
  const loading = import('@langchain/openai').then(({ ChatOpenAI }) => new ChatOpenAI(settings));
  return {
    complete: async (instructions, input, signal) => {
      const chat = await loading;
      const answer = await chat.invoke(
        [
          ['system', instructions],
          ['human', input],
        ],
        { signal },
      );
      return answer.text;
    },
  };
};
