import type { DialogContext } from 'botbuilder-dialogs';
import { answerText, titled } from './answering.ts';
import { MAX_OFFERED } from './article-choices.ts';
import { goAction, MAX_TITLE_CHARS } from './buttons.ts';
import { leaveFor } from './open-dialog.ts';
import { leadOf } from './routes.ts';
import type { Talk } from './talk.ts';
import { ask, outOfScope, refuse } from './texts/ask.ts';
import { prompts } from './texts/prompts.ts';

/** A question asked while something else is being written: answered, then the open question comes again. True when dealt with. */
export async function answerInTheMiddle(dc: DialogContext, talk: Talk): Promise<boolean> {
  if (talk.input.kind !== 'words') return false;
  const decision = await talk.decide();
  switch (decision.route) {
    case 'answer': {
      const { slug, simplerText } = await talk.refined();
      await talk.say(answerText(talk.services.knowledge(), slug ?? '', simplerText) ?? ask.articleGone);
      return resume(dc, talk);
    }
    case 'out_of_scope':
      await talk.say(decision.officeText ?? outOfScope.fallback);
      return resume(dc, talk);
    case 'refuse':
      await talk.say(decision.officeText ?? refuse.fallback);
      return resume(dc, talk);
    case 'suggest':
      await offerArticles(
        talk,
        (await talk.refined()).candidates.map(({ slug }) => slug),
      );
      return true;
    case 'track':
    case 'check':
    case 'human':
    case 'privacy': {
      const lead = leadOf(decision, talk.input.text);
      await leaveFor(dc, lead.dialogId, lead.options);
      return true;
    }
    default:
      return false;
  }
}

async function resume(dc: DialogContext, talk: Talk): Promise<boolean> {
  await talk.say(ask.backToReport);
  await dc.repromptDialog();
  return true;
}

/** Articles beside the open question; whoever answers the question instead is understood too. */
async function offerArticles(talk: Talk, slugs: readonly string[]): Promise<void> {
  const articles = titled(talk.services.knowledge(), slugs).slice(0, MAX_OFFERED);
  const buttons = articles.map(({ slug, title }, index) => ({
    title: title.length <= MAX_TITLE_CHARS ? title : ask.thisOne(index + 1),
    action: goAction({ to: 'article', slug }),
  }));
  await talk.say(`${ask.didYouMean}\n\n${ask.list(articles.map(({ title }) => title))}\n\n${ask.orGoOn}`, [
    ...buttons,
    { title: prompts.button.goOn, action: goAction({ to: 'draft' }) },
  ]);
}
