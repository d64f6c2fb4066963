import { z } from 'zod';
import type { DialogInstance } from 'botbuilder-dialogs';
import type { Bank } from '../knowledge/facts.ts';
import { extractFacts } from '../reports/extract-facts.ts';
import { findBanks } from '../reports/parsing/bank.ts';
import { urgentCard } from './answering.ts';
import { bankChoice, isUsual, knownBanks } from './banks.ts';
import { goAction } from './buttons.ts';
import { parkedEvidenceSchema } from './draft.ts';
import { takeInto } from './hold-files.ts';
import type { Command } from './commands.ts';
import type { Choice } from './prompts/choice.ts';
import { recogniseYesNo } from './prompts/yes-no.ts';
import { again, begin, END, STRAY, to } from './step.ts';
import { matterOf } from './sos/matters.ts';
import { SteppedDialog } from './stepped-dialog.ts';
import type { Outcome, Steps } from './step.ts';
import { asksSomething } from './stray.ts';
import type { Talk } from './talk.ts';
import { keepTold, toldNow } from './report/story.ts';
import { takeEvidence } from './report/take-evidence.ts';
import { isStory, tellsSomething, understoodLines } from './report/understood.ts';
import { prompts } from './texts/prompts.ts';
import { report } from './texts/report.ts';
import { sos } from './texts/sos.ts';

const dataSchema = z.object({
  slug: z.string(),
  /** What the resident said so far, with the moment: it fills the report in. */
  told: z.array(z.object({ at: z.iso.datetime(), text: z.string() })),
  bankAsked: z.boolean(),
  /** Files sent meanwhile: they go into the report. */
  evidence: z.array(parkedEvidenceSchema),
  /** A report was being written as the card came: it goes on without asking which one. */
  resumes: z.boolean().default(false),
});
type Data = z.infer<typeof dataSchema>;

const optionsSchema = z.object({
  slug: z.string(),
  words: z.string(),
  told: dataSchema.shape.told.default([]),
  evidence: dataSchema.shape.evidence.default([]),
  resumes: dataSchema.shape.resumes,
});

/** Beside "Ngân hàng khác": what every channel shows as buttons. */
const MOST_BANKS = 4;

const OTHER_BANK: Choice = { id: 'other', title: sos.otherBank, says: ['khác'] };
const NO_BANK: Choice = {
  id: 'none',
  title: sos.noBank,
  says: ['tiền mặt', 'thẻ cào', 'ví momo', 'momo', 'chưa chuyển', 'không có'],
};
const REPORT: Choice = {
  id: 'report',
  title: sos.button.report,
  says: ['báo tin', 'báo công an', 'trình báo', 'gửi tin', 'báo luôn', 'báo ngay', 'báo đi'],
};
const PERSON: Choice = { id: 'person', title: sos.button.human };
const ANOTHER: Choice = { id: 'another', title: sos.button.anotherBank };
const SAFE: Choice = { id: 'safe', title: sos.button.safe };

/** Urgent first: the card, the resident's own bank with what to say, then one tap to the report. */
export class SosDialog extends SteppedDialog<Data> {
  protected readonly dataSchema = dataSchema;

  override readonly takesEvidence = true;

  readonly steps: Steps<Data> = {
    SOS_BANK: { ask: askBank, receive: receiveBank },
    SOS_OTHER_BANK: { ask: askOtherBank, receive: receiveBank },
    SOS_NEXT: { ask: askNext, receive: receiveNext },
  };

  protected override async open(talk: Talk, options: unknown): Promise<{ data: Data; outcome: Outcome }> {
    const { slug, words, told, evidence, resumes } = optionsSchema.parse(options);
    if (words !== '') keepTold(told, toldNow(talk, words));
    const data: Data = { slug, told, bankAsked: false, evidence, resumes };
    await talk.say(urgentCard(talk, slug));
    await takeFiles(talk, data);
    return { data, outcome: to(matterOf(data.slug).bank === null ? 'SOS_NEXT' : 'SOS_BANK') };
  }

  override carries(instance: DialogInstance | undefined): object {
    const { told, evidence, resumes } = this.parkedData(instance);
    return { told, evidence, resumes };
  }

  override tellsPerson(instance: DialogInstance | undefined): object {
    return forPerson(this.parkedData(instance));
  }

  /** Whether the parked card is about this matter. */
  override isAbout(instance: DialogInstance | undefined, slug: string): boolean {
    return this.parkedData(instance).slug === slug;
  }

  /** "Bỏ qua" at the bank leads on to the report; what was told stays. */
  protected override onCommand(
    _talk: Talk,
    _data: Data,
    state: string,
    command: Command,
  ): Promise<Outcome | null> {
    return Promise.resolve(command === 'skip' && state !== 'SOS_NEXT' ? to('SOS_NEXT') : null);
  }
}

const forPerson = ({ told }: Data): object => ({
  urgent: true,
  words: told.map(({ text }) => text).join('\n'),
});

async function askBank(talk: Talk, data: Data): Promise<void> {
  data.bankAsked = true;
  const text = matterOf(data.slug).bank === 'sent' ? sos.bankQuestion : sos.bankQuestionAccount;
  const named = namedBanks(talk, data);
  const usual = knownBanks(talk).filter((bank) => isUsual(bank) && !named.includes(bank));
  await talk.offer(text, [...[...named, ...usual].slice(0, MOST_BANKS).map(bankChoice), OTHER_BANK]);
}

/** Banks that were named in the words so far come first; the one of the receiving account is not the resident's. */
function namedBanks(talk: Talk, { told }: Data): Bank[] {
  const facts = told.map(({ at, text }) => extractFacts(text, new Date(at)));
  const receiving = facts.flatMap(({ accounts }) => accounts.map(({ bank }) => bank?.name));
  const named = facts.flatMap(({ banks }) => banks.map(({ bank }) => bank.name));
  return knownBanks(talk).filter(({ name }) => named.includes(name) && !receiving.includes(name));
}

async function askOtherBank(talk: Talk): Promise<void> {
  const rest = knownBanks(talk).filter((bank) => !isUsual(bank));
  await talk.offer(sos.moreBanks, [...rest.map(bankChoice), NO_BANK]);
}

async function receiveBank(talk: Talk, data: Data): Promise<Outcome> {
  const banks = knownBanks(talk);
  if (await takeFiles(talk, data)) return to(data.bankAsked ? 'SOS_BANK' : 'SOS_NEXT');
  const picked = talk.pick([...banks.map(bankChoice), OTHER_BANK, NO_BANK]);
  if (picked === 'none') {
    data.bankAsked = false;
    await talk.say(sos.withoutBank);
    return to('SOS_NEXT');
  }
  if (picked === 'other') return to('SOS_OTHER_BANK');
  if (talk.pick([REPORT, PERSON]) !== null) return receiveNext(talk, data);
  const bank = banks.find(({ id }) => id === picked);
  if (bank !== undefined) return sayBank(talk, data, bank);
  if (talk.input.kind !== 'words') return again(sos.moreBanks);
  return unknownBank(talk, data);
}

async function sayBank(talk: Talk, data: Data, bank: Bank): Promise<Outcome> {
  await talk.say(sos.bankCall(bank.name, bank.number, bank.lockHint));
  await sayWhatToSay(talk, data);
  return to('SOS_NEXT');
}

/** A bank without a confirmed number, or other words: the number on the card is what always holds. */
async function unknownBank(talk: Talk, data: Data): Promise<Outcome> {
  if (await asksSomething(talk)) return STRAY;
  const named = findBanks(talk.input.text, { isAnswer: true })[0]?.bank.name;
  const known = knownBanks(talk).find(({ name }) => name === named);
  if (known !== undefined) return sayBank(talk, data, known);
  const tells = isStory(talk.input.folded) || tellsSomething(talk.input.text, talk.turn.now);
  if (named === undefined && tells) await remember(talk, data);
  await talk.say(named === undefined ? sos.bankUnknownNoName : sos.bankUnknown(named));
  await sayWhatToSay(talk, data);
  return to('SOS_NEXT');
}

const sayWhatToSay = (talk: Talk, data: Data): Promise<void> =>
  talk.say(
    matterOf(data.slug).bank === 'sent' ? sos.whatToSay(understoodLines(data.told)) : sos.whatToSayLocked,
  );

async function askNext(talk: Talk, data: Data): Promise<void> {
  const { category, bank } = matterOf(data.slug);
  const steps = { title: sos.button.steps, action: goAction({ to: 'steps', slug: data.slug }) };
  if (category === null) return talk.offer(sos.nextPerson, [PERSON, SAFE], [steps]);
  const hasCall = bank !== null && data.bankAsked;
  await talk.offer(
    hasCall ? sos.next : sos.nextNoBank,
    bank === null ? [REPORT, PERSON] : [REPORT, ANOTHER, PERSON],
    [steps],
  );
}

async function receiveNext(talk: Talk, data: Data): Promise<Outcome> {
  if (await takeFiles(talk, data)) return to('SOS_NEXT');
  const category = matterOf(data.slug).category;
  const offered = category === null ? [PERSON, SAFE] : [REPORT, ANOTHER, PERSON];
  const said = talk.input.kind === 'words' ? recogniseYesNo(talk.input.text) : null;
  const saysYes = said === 'yes' && !isStory(talk.input.folded);
  switch (talk.pick(offered) ?? (saysYes ? offered[0]?.id : null)) {
    case 'report':
      return begin('report', {
        category,
        told: data.told,
        evidence: data.evidence,
        resume: data.resumes,
      });
    case 'person':
      return begin('human', forPerson(data));
    case 'another':
      return to('SOS_BANK');
    case 'safe':
      await talk.say(sos.safe);
      return END;
    default:
      return elsewhere(talk, data);
  }
}

const ASKS_WHAT_TO_DO = /\b(?:sao|lam gi|the nao|phai khong|duoc khong|(?:chuyen|dua|gui|tra) khong)\b/;

/** More of the story is kept for the report; who asks what to do is told once more; a bank's name brings its number; only a question goes elsewhere: fear is no search for an article. */
async function elsewhere(talk: Talk, data: Data): Promise<Outcome> {
  if (talk.input.kind !== 'words') return again(prompts.chooseOne);
  const ways = [...knownBanks(talk).map(bankChoice), NO_BANK];
  if (data.bankAsked && talk.pick(ways) !== null) return receiveBank(talk, data);
  // no form is offered there, but who asks for one gets it
  const wantsReport = matterOf(data.slug).category === null && (await talk.decide()).route === 'report';
  if (wantsReport || (await asksSomething(talk))) return STRAY;
  if (ASKS_WHAT_TO_DO.test(talk.input.folded) && !isStory(talk.input.folded)) {
    await talk.say(urgentCard(talk, data.slug));
    return to('SOS_NEXT');
  }
  await remember(talk, data);
  await talk.say(sos.stay[matterOf(data.slug).stay ?? 'usual']);
  return to('SOS_NEXT');
}

/** A photo or a place shared in these minutes is kept for the report, at once in one that is being written. True when nothing else came. */
async function takeFiles(talk: Talk, data: Data): Promise<boolean> {
  const draft = data.resumes ? talk.draft.current() : null;
  return draft === null ? takeInto(talk, data.evidence) : takeEvidence(talk, draft);
}

async function remember(talk: Talk, data: Data): Promise<void> {
  if (!keepTold(data.told, toldNow(talk))) await talk.say(report.storyFull);
}
