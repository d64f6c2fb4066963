import { setTimeout as pause } from 'node:timers/promises';
import type { ChatEntry } from '../../sandbox/platform/chat.ts';
import type { Person } from './people.ts';
import type { Phone } from '../support/platforms.ts';
import { replyTo } from './replies.ts';
import type { Act, Told } from './replies.ts';

/** More messages than this and the person gives up. */
const MOST_MESSAGES = 70;

/** As long as somebody looks for the next number in their phone, and reads a summary. */
const READING_MS = { next: 15_000, summary: 60_000 };

/** What the simulated world does for its people. */
export interface World {
  /** Null when the bot has worked so many events of this phone and said all that it had to; else what is still missing. */
  answered(phone: Phone, events: number): Promise<string | null>;
  /** Resolves when the program has been restarted. */
  restarted(person: Person): Promise<void>;
  readonly picture: Buffer;
  /** A receipt of what this person lost. */
  receipt(person: Person): Promise<Buffer>;
  /** Resolves when the pictures of this phone were read, or when nobody would wait any longer. */
  read(phone: Phone, withinMs: number): Promise<void>;
}

/** How it went for one person. */
export interface Course {
  readonly person: Person;
  /** Of the report; null when they gave up. */
  readonly code: string | null;
  /** Messages, taps and files of the resident. */
  readonly messages: number;
  /** What they told of the matter: each must be in the report. */
  readonly storyParts: readonly string[];
  readonly photosSent: number;
  /** Whether what was read in their receipt was right; null when they sent none. */
  readonly receiptConfirmed: boolean | null;
  /** What the bot said last when they gave up. */
  readonly stuckAt: string | null;
}

interface Session {
  readonly person: Person;
  readonly phone: Phone;
  readonly told: Told;
  messages: number;
  photosSent: number;
  readonly storyParts: string[];
  /** What habit has been lived out already. */
  readonly done: Set<string>;
}

/** Lives through one report, from the first word to the code. */
export async function liveThrough(person: Person, phone: Phone, world: World): Promise<Course> {
  const told: Told = { photosSent: false, storyTold: false, receiptConfirmed: false };
  const session: Session = {
    person,
    phone,
    told,
    messages: 0,
    photosSent: 0,
    storyParts: [],
    done: new Set(),
  };
  let seen = 0;
  await act(session, world, firstActs(session));
  for (;;) {
    const missing = await world.answered(phone, session.messages);
    if (missing !== null) return courseOf(session, null, missing);
    const received = phone.received();
    const news = received.slice(seen);
    seen = received.length;
    const said = news.map(({ text }) => text).join('\n');
    const code = /Mã hồ sơ: ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(said)?.[1] ?? null;
    if (code !== null || session.messages > MOST_MESSAGES) return courseOf(session, code, said);
    await act(session, world, await nextActs(session, world, said, titlesOf(news)));
  }
}

const titlesOf = (entries: readonly ChatEntry[]): string[] =>
  entries.flatMap(({ buttons, quickReplies }) => [...buttons, ...quickReplies].map(({ title }) => title));

function courseOf(
  { person, told, done, messages, storyParts, photosSent }: Session,
  code: string | null,
  said: string,
): Course {
  return {
    person,
    code,
    messages,
    storyParts,
    photosSent,
    receiptConfirmed: done.has('receipt') ? told.receiptConfirmed : null,
    stuckAt: code === null ? said.slice(-300) : null,
  };
}

function firstActs({ person, told, done }: Session): Act[] {
  if (person.habit === 'urgent-first') {
    done.add('urgent');
    return [{ say: 'tôi vừa chuyển tiền cho bọn lừa đảo, giúp tôi với' }];
  }
  if (person.habit !== 'everything-at-once') return [{ say: 'tôi muốn báo công an' }];
  told.storyTold = true;
  const money = person.amount === null ? '' : `, mất ${person.money}`;
  const story = `${person.story.join(', ')}. Việc xảy ra ${person.when}, qua ${person.where}${money}`;
  return [{ say: `tôi muốn báo công an: ${story}` }];
}

/** What the habit makes them do instead of answering, once each; else the answer. */
async function nextActs(
  session: Session,
  world: World,
  said: string,
  titles: readonly string[],
): Promise<Act[]> {
  const { person, done, told } = session;
  const position = /\((\d+)\/\d+\)/.exec(said)?.[1] ?? null;
  const once = (name: string): boolean => {
    if (done.has(name)) return false;
    done.add(name);
    return true;
  };
  if (person.habit === 'sends-receipt' && told.storyTold && position !== null && once('receipt'))
    return [{ receipt: true }];
  if (position !== null && Number(position) >= 3) {
    if (person.habit === 'interrupts' && once('asked')) return [{ say: 'mã otp là gì' }];
    if (person.habit === 'falls-silent' && once('silent')) return [{ say: 'để sau' }, { say: 'viết tiếp' }];
    if (person.habit === 'restart-midway' && once('restart')) await world.restarted(person);
  }
  if (person.habit === 'answers-wrongly' && position !== null && once(`wrong ${position}`))
    return [{ say: '???' }];
  return replyTo(person, said, titles, session.told);
}

async function act(session: Session, world: World, acts: readonly Act[]): Promise<void> {
  const { person, phone } = session;
  for (const one of acts) {
    if ('photos' in one) {
      for (let sent = 0; sent < one.photos; sent += 1) phone.photo(world.picture);
      session.messages += one.photos;
      session.photosSent += one.photos;
      continue;
    }
    session.messages += 1;
    if ('receipt' in one) {
      phone.photo(await world.receipt(person));
      session.photosSent += 1;
      // they look for the next answer in their own phone meanwhile
      await world.read(phone, READING_MS.next);
      continue;
    }
    // a restart in between has the picture read anew, which the next answer asked for
    const isSending = 'choose' in one && one.choose === 'Gửi tin';
    if (isSending && session.done.has('receipt') && !session.told.receiptConfirmed)
      await world.read(phone, READING_MS.summary);
    if ('say' in one) {
      phone.say(one.say);
      session.storyParts.push(...person.story.filter((part) => one.say.includes(part)));
    } else if (person.taps && phone.offers(one.choose)) phone.tap(one.choose);
    else phone.say(one.choose);
    // as fast as thumbs are: the bot is still busy with the message before
    await pause(1);
  }
}
