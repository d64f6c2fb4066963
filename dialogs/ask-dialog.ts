import { z } from 'zod';
import type { DialogInstance } from 'botbuilder-dialogs';
import { answerText } from './answering.ts';
import { nextActionButtons } from './article-buttons.ts';
import { articleChoices, MAX_OFFERED } from './article-choices.ts';
import { goAction, MAX_BUTTONS } from './buttons.ts';
import type { Button } from './buttons.ts';
import { keepMissedQuestion } from './missed-question.ts';
import type { Choice } from './prompts/choice.ts';
import { recogniseYesNo } from './prompts/yes-no.ts';
import { again, begin, END, STRAY, to } from './step.ts';
import { SteppedDialog } from './stepped-dialog.ts';
import type { Outcome, Steps } from './step.ts';
import type { Talk } from './talk.ts';
import { ask } from './texts/ask.ts';
import { prompts } from './texts/prompts.ts';

const dataSchema = z.object({
  /** The article said or to be said; null while several are offered. */
  slug: z.string().nullable(),
  said: z.boolean(),
  /** The first answer in simpler words, where a model worded it. */
  simpler: z.string().nullable().default(null),
  /** The question without personal data. */
  question: z.string(),
  /** Likeliest articles, best first. */
  candidates: z.array(z.string()),
  /** What was said or offered and not wanted. */
  refused: z.array(z.string()),
  kbVersion: z.string(),
});
type Data = z.infer<typeof dataSchema>;

/** How the ask dialog is opened. */
const askOptionsSchema = z.object({
  slug: z.string().nullable(),
  question: z.string(),
  candidates: z.array(z.string()),
  kbVersion: z.string(),
  simpler: z.string().nullable().default(null),
});

const RIGHT: Choice = { id: 'right', title: ask.button.right };
const WRONG: Choice = { id: 'wrong', title: ask.button.wrong };
const NONE: Choice = { id: 'none', title: ask.button.none, says: ['không cái nào', 'không có cái nào'] };
const PERSON: Choice = { id: 'person', title: ask.button.yesHuman };
const NO_PERSON: Choice = { id: 'no', title: ask.button.noHuman };

/** Says an answer and asks whether it was the right one; else offers others, then a person. */
export class AskDialog extends SteppedDialog<Data> {
  protected readonly dataSchema = dataSchema;

  readonly steps: Steps<Data> = {
    ANSWER: { ask: sayAnswer, receive: receiveFeedback, claims: answersYesNo },
    DID_YOU_MEAN: {
      ask: (talk, data) => offerArticles(talk, data, ask.didYouMean),
      receive: receivePick,
      claims,
    },
    OTHERS: { ask: (talk, data) => offerArticles(talk, data, ask.others), receive: receivePick, claims },
    OFFER_PERSON: {
      ask: (talk) => talk.offer(ask.offerPerson, [PERSON, NO_PERSON]),
      receive: receivePerson,
      claims: answersYesNo,
    },
  };

  override tellsPerson(instance: DialogInstance | undefined): object {
    return { words: this.parkedData(instance).question };
  }

  protected override open(talk: Talk, options: unknown): Promise<{ data: Data; outcome: Outcome }> {
    const opened = askOptionsSchema.parse(options);
    const data: Data = { ...opened, said: false, refused: [] };
    return Promise.resolve({ data, outcome: to(firstState(talk, data)) });
  }
}

function firstState(talk: Talk, data: Data): string {
  if (data.slug !== null && talk.services.knowledge().article(data.slug) !== null) return 'ANSWER';
  data.slug = null;
  return othersLeft(talk, data).length > 0 ? 'DID_YOU_MEAN' : 'OFFER_PERSON';
}

const answersYesNo = (talk: Talk): boolean =>
  talk.input.kind === 'words' && recogniseYesNo(talk.input.text) !== null;
const claims = (talk: Talk, data: Data): boolean =>
  talk.input.kind === 'words' &&
  (recogniseYesNo(talk.input.text) === 'no' || talk.pick(offered(talk, data).choices) !== null);

async function sayAnswer(talk: Talk, data: Data): Promise<void> {
  const kb = talk.services.knowledge();
  const article = data.slug === null ? null : kb.article(data.slug);
  if (article === null) return talk.say(ask.articleGone);
  if (!data.said) {
    data.said = true;
    await talk.say(answerText(kb, article.slug, data.simpler) ?? ask.articleGone);
  }
  const steps: Button = { title: ask.button.steps, action: goAction({ to: 'steps', slug: article.slug }) };
  await talk.offer(ask.feedback, [RIGHT, WRONG], [steps, ...nextActionButtons(article, MAX_BUTTONS - 3)]);
}

async function receiveFeedback(talk: Talk, data: Data): Promise<Outcome> {
  const picked = talk.pick([RIGHT, WRONG]);
  const said = talk.input.kind === 'words' ? recogniseYesNo(talk.input.text) : null;
  if (picked === 'right' || said === 'yes') {
    talk.memory.missesInRow = 0;
    await talk.say(ask.glad, [{ title: ask.button.menu, action: goAction({ to: 'menu' }) }]);
    return END;
  }
  if (picked === 'wrong' || said === 'no') return missed(talk, data);
  return talk.input.kind === 'words' ? STRAY : again(prompts.yesOrNo);
}

/** The answer was not the right one: others, and from the second miss in a row on a person at once. */
async function missed(talk: Talk, data: Data): Promise<Outcome> {
  if (data.slug !== null && !data.refused.includes(data.slug)) data.refused.push(data.slug);
  talk.memory.missesInRow += 1;
  const others = othersLeft(talk, data);
  if (talk.memory.missesInRow < 2 && others.length > 0) return to('OTHERS');
  await keepMissedQuestion(talk, data.question, data.refused, data.kbVersion);
  return to('OFFER_PERSON');
}

const othersLeft = (talk: Talk, data: Data): string[] =>
  data.candidates
    .filter((slug) => !data.refused.includes(slug) && talk.services.knowledge().article(slug) !== null)
    .slice(0, MAX_OFFERED);

const offered = (talk: Talk, data: Data) => articleChoices(talk, othersLeft(talk, data));

async function offerArticles(talk: Talk, data: Data, text: string): Promise<void> {
  const { list, choices } = offered(talk, data);
  await talk.offer(`${text}\n\n${list}`, [...choices, NONE]);
}

async function receivePick(talk: Talk, data: Data): Promise<Outcome> {
  const { choices } = offered(talk, data);
  const picked = talk.pick([...choices, NONE]);
  if (picked === 'none' || (talk.input.kind === 'words' && recogniseYesNo(talk.input.text) === 'no')) {
    data.slug = null;
    data.refused.push(...choices.map(({ id }) => id));
    talk.memory.missesInRow += 1;
    await keepMissedQuestion(talk, data.question, data.refused, data.kbVersion);
    return to('OFFER_PERSON');
  }
  if (picked !== null) {
    data.slug = picked;
    data.said = false;
    data.simpler = null;
    return to('ANSWER');
  }
  return talk.input.kind === 'words' ? STRAY : again(prompts.chooseOne);
}

async function receivePerson(talk: Talk, { question }: Data): Promise<Outcome> {
  const picked = talk.pick([PERSON, NO_PERSON]);
  const said = talk.input.kind === 'words' ? recogniseYesNo(talk.input.text) : null;
  if (picked === 'person' || said === 'yes') return begin('human', { words: question });
  if (picked === 'no' || said === 'no') {
    await talk.say(ask.askAgain);
    return END;
  }
  return talk.input.kind === 'words' ? STRAY : again(prompts.yesOrNo);
}
