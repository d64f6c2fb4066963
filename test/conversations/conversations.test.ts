import { describe, expect, it } from '@jest/globals';
import { decideNow } from '../../knowledge/answer-chain.ts';
import type { Decision, Setting } from '../../knowledge/decision.ts';
import type { Said } from '../support/talk-to-bot.ts';
import { createPhone } from '../support/talk-to-bot.ts';
import { writtenKnowledge } from '../support/written-knowledge.ts';
import { anotherMatter } from './another-matter.conversation.ts';
import { answeringOfficer } from './answering-officer.conversation.ts';
import { asking } from './asking.conversation.ts';
import { bareNumber } from './bare-number.conversation.ts';
import { captions } from './captions.conversation.ts';
import { checking } from './checking.conversation.ts';
import { clumsy } from './clumsy.conversation.ts';
import { decideByRules } from './decisions.ts';
import { everyAnswer } from './every-answer.conversation.ts';
import { everyCategory } from './every-category.conversation.ts';
import { evidence } from './evidence.conversation.ts';
import { fields } from './fields.conversation.ts';
import { firstHelp } from './first-help.conversation.ts';
import { frightened } from './frightened.conversation.ts';
import { oddMessages } from './odd-messages.conversation.ts';
import { person } from './person.conversation.ts';
import { reportC01 } from './report-c01.conversation.ts';
import { reportC02 } from './report-c02.conversation.ts';
import { reportC06 } from './report-c06.conversation.ts';
import { reportHabits } from './report-habits.conversation.ts';
import { reportInterrupted } from './report-interrupted.conversation.ts';
import { secondThoughts } from './second-thoughts.conversation.ts';
import { sosDanger } from './sos-danger.conversation.ts';
import { sosMoney } from './sos-money.conversation.ts';
import { storiesAnywhere } from './stories-anywhere.conversation.ts';
import type { ConversationTable } from './table.ts';
import { toldAtOnce } from './told-at-once.conversation.ts';
import { tracking } from './tracking.conversation.ts';
import { welcome } from './welcome.conversation.ts';

const knowledge = writtenKnowledge();

const TABLES: Readonly<Record<string, readonly ConversationTable[]>> = {
  'welcome and menu': welcome,
  asking: asking,
  'the first minutes when money is going': sosMoney,
  'the first minutes when somebody is in danger': sosDanger,
  'a story that sounds urgent in a report': firstHelp,
  'another matter in the middle of a report': anotherMatter,
  'what was said before is put right': secondThoughts,
  'a bare number before sending': bareNumber,
  'report of a scam': reportC01,
  'report of an impersonation': reportC02,
  'report of false news': reportC06,
  'every category, in haste': everyCategory,
  'every question of every category': everyAnswer,
  'habits while reporting': reportHabits,
  'a report with something in between': reportInterrupted,
  'told at once': toldAtOnce,
  'stories at any question': storiesAnywhere,
  'words under photos': captions,
  evidence: evidence,
  'following a report': tracking,
  'answering an officer': answeringOfficer,
  'other words where a number is asked for': fields,
  'a person': person,
  'checking and data': checking,
  'odd messages': oddMessages,
  'the afraid and the angry': frightened,
  'in pieces, out of order, with second thoughts': clumsy,
};

const shown = (said: readonly Said[]): string =>
  said
    .map(({ text, buttons }) => [text, ...buttons.map(({ title }) => `[${title}]`)].join('\n'))
    .join('\n---\n');

/** The shortest limit of the channels. */
const TITLE_MAX_CHARS = 20;

const tooLongTitles = (said: readonly Said[]): string[] =>
  said
    .flatMap(({ buttons }) => buttons.map(({ title }) => title))
    .filter((title) => title.length > TITLE_MAX_CHARS);

async function hold(
  conversation: ConversationTable,
  decide: (text: string, setting: Setting) => Promise<Decision>,
): Promise<void> {
  const phone = createPhone({ knowledge, decide });
  await conversation.before?.(phone);
  for (const [does, ...answers] of conversation.turns) {
    if (typeof does === 'object' && 'waitsMinutes' in does) {
      phone.waits(does.waitsMinutes * 60_000);
      continue;
    }
    const said = shown(await phone.does(does));
    expect(tooLongTitles(phone.screen())).toEqual([]);
    for (const answer of answers) {
      if (typeof answer === 'string') expect(said).toContain(answer);
      else expect(said).toMatch(answer);
    }
    if (answers.length === 0) expect(said).toBe('');
  }
  const reports = [...phone.caseFile.reports.values()];
  expect(reports).toHaveLength(conversation.reports ?? (conversation.report === undefined ? 0 : 1));
  const [first] = reports;
  if (first !== undefined) conversation.report?.(first);
  await conversation.check?.(phone);
}

const named = (conversations: readonly ConversationTable[]) =>
  conversations.map((conversation): [string, ConversationTable] => [conversation.name, conversation]);

describe.each(Object.entries(TABLES))('%s', (_name, conversations) => {
  it.each(named(conversations.filter(({ decidedBy }) => decidedBy !== 'chain')))(
    '%s',
    (_title, conversation) => hold(conversation, decideByRules),
  );
});

describe.each(Object.entries(TABLES))('%s, with the answer chain', (_name, conversations) => {
  it.each(named(conversations.filter(({ decidedBy }) => decidedBy !== 'rules')))(
    '%s',
    (_title, conversation) =>
      hold(conversation, (text, setting) => Promise.resolve(decideNow(knowledge, text, setting))),
  );
});
