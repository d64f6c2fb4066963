import { describe, expect, it } from '@jest/globals';
import { questionnaireFor } from '../../reports/questionnaires/all.ts';
import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import { CATEGORIES } from '../../reports/report.ts';
import { decideByRules } from '../conversations/decisions.ts';
import { everyAnswer } from '../conversations/every-answer.conversation.ts';
import type { Does, Phone } from '../support/talk-to-bot.ts';
import { createPhone } from '../support/talk-to-bot.ts';
import { writtenKnowledge } from '../support/written-knowledge.ts';

const knowledge = writtenKnowledge();

const shown = (phone: Phone): string =>
  phone
    .screen()
    .map(({ text }) => text)
    .join('\n');

/** The numbered lines of the summary, by label. */
const linesOf = (phone: Phone): ReadonlyMap<string, { readonly position: string; readonly text: string }> =>
  new Map(
    [...shown(phone).matchAll(/^(\d+)\. ([^:\n]+): (.*)$/gm)].map(
      ([, position = '', label = '', text = '']) => [label, { position, text }],
    ),
  );

/** Something else than what was answered first, and how the line has it then. */
function otherAnswer({ id, kind, choices = [] }: Question): { readonly does: Does; readonly line: string } {
  const last = choices.at(-1);
  if (id === 'reach') return { does: 'ẩn danh', line: 'ẩn danh' };
  if ((kind === 'choice' || kind === 'yes-no') && last !== undefined)
    return { does: last.title, line: last.title };
  switch (kind) {
    case 'yes-no':
      return { does: 'không', line: 'Không' };
    case 'money':
      return { does: '7 triệu', line: '7.000.000đ' };
    case 'when':
      return { does: 'hôm kia', line: '20/11/2026' };
    case 'account':
      return { does: '1023456789 vietcombank', line: '1023456789' };
    case 'link':
      return { does: 'trang-moi.top/abc', line: 'trang-moi.top/abc' };
    case 'phone':
      return { does: '0912000111', line: '0912 000 111' };
    case 'evidence':
      return { does: { sends: ['them.jpg'] }, line: '2 ảnh' };
    default:
      return { does: 'tôi nhớ lại là khác hẳn như thế này', line: 'khác hẳn như thế này' };
  }
}

describe.each(CATEGORIES)('the summary of %s', (category) => {
  it('lets each of its lines be corrected by its number, and shows what it says then', async () => {
    const phone = createPhone({ knowledge, decide: decideByRules });
    const { turns = [] } = everyAnswer[CATEGORIES.indexOf(category)] ?? {};
    for (const [does] of turns.slice(0, -1)) await phone.does(does as Does);
    const labels = [...linesOf(phone).keys()].slice(1);
    expect(labels.length).toBeGreaterThanOrEqual(5);
    for (const label of labels) {
      const question = questionnaireFor(category).questions.find((one) => one.label === label);
      if (question === undefined) {
        // where the questionnaire has no question for files they are still taken at any step
        expect(label).toBe('Chứng cứ');
        continue;
      }
      const { does, line } = otherAnswer(question);
      await phone.does(`sửa ${linesOf(phone).get(label)?.position ?? ''}`);
      expect(shown(phone)).toContain(`Sửa “${label}”`);
      await phone.does(does);
      expect([label, linesOf(phone).get(label)?.text]).toEqual([label, expect.stringContaining(line)]);
    }
    await phone.does('sửa 1');
    expect(shown(phone)).toContain('Bạn muốn báo việc gì?');
  });
});
