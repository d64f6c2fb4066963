import { createAnswerChain } from '../knowledge/answer-chain.ts';
import { createModelAssistant } from '../knowledge/model/model-assistant.ts';
import { createOpenAiModel } from '../knowledge/model/open-ai-model.ts';
import { withModel, withoutModel, type AssistedAnswers } from '../knowledge/model/with-model.ts';
import type { Config } from './config.ts';
import type { LiveKnowledge } from './live-knowledge.ts';

/** What answers residents: the chain, and the model beside it where one is configured. */
export function composeAnswers(model: Config['model'], knowledge: LiveKnowledge): AssistedAnswers {
  const chain = createAnswerChain(knowledge.current);
  return model === null
    ? withoutModel(chain)
    : withModel(chain, createModelAssistant(createOpenAiModel(model)), knowledge.current);
}
