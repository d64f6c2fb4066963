import { CATEGORY_INFO } from '../../reports/categories.ts';
import type { Report, ThreadMessage } from '../../reports/report.ts';
import { statusRule, STATUS_WORDS } from '../../reports/status-rules.ts';
import { readableMoment } from '../../reports/moments.ts';
import type { Choice } from '../prompts/choice.ts';
import type { Talk } from '../talk.ts';
import { track } from '../texts/track.ts';

const ADD: Choice = {
  id: 'add',
  title: track.button.add,
  says: ['thêm', 'bổ sung', 'gửi thêm chứng cứ'],
};
const REPLY: Choice = { id: 'add', title: track.button.reply, says: ['trả lời', 'gửi thêm'] };
const WITHDRAW: Choice = {
  id: 'withdraw',
  title: track.button.withdraw,
  says: ['rút', 'rút đơn', 'rút hồ sơ'],
};
const OTHER: Choice = { id: 'other', title: track.button.other, says: ['hồ sơ khác', 'tin khác'] };

const SHOWN_MESSAGES = 3;

/** The officer's last words that the resident has not answered, oldest first. */
function unanswered(report: Report): ThreadMessage[] {
  const lastOwn = report.messages.findLastIndex(({ from }) => from === 'resident');
  return report.messages.slice(lastOwn + 1).slice(-SHOWN_MESSAGES);
}

export const hasQuestion = (report: Report): boolean => unanswered(report).length > 0;

/** What may be done with this report now. */
export function reportChoices(report: Report): Choice[] {
  const mayWithdraw = statusRule(report.status, 'withdrawn', 'resident') !== null;
  return [hasQuestion(report) ? REPLY : ADD, ...(mayWithdraw ? [WITHDRAW] : []), OTHER];
}

/** Status in plain words, then what the police wrote and waits for an answer. */
export async function showReport(talk: Talk, report: Report): Promise<void> {
  const { count, lastAt } = await talk.services.staffLooks(report.id);
  await talk.say(
    track.report({
      code: report.code,
      sent: readableMoment(report.createdAt),
      category: CATEGORY_INFO[report.category].name,
      status: STATUS_WORDS[report.status].plain,
      evidence: report.evidence.length,
      looks: track.looks(count, lastAt === null ? null : readableMoment(lastAt)),
    }),
  );
  for (const message of unanswered(report)) {
    await talk.say(track.officerAsked(message.text, readableMoment(message.at)));
    talk.memory.threadAskedAbout = message.id;
  }
}
