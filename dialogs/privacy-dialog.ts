import { z } from 'zod';
import { CATEGORY_INFO } from '../reports/categories.ts';
import type { Report } from '../reports/report.ts';
import { STATUS_WORDS } from '../reports/status-rules.ts';
import { goAction } from './buttons.ts';
import { askForErasure, MAX_OWN_REPORTS, stopWarnings } from './data-wishes.ts';
import { readableDate } from '../reports/moments.ts';
import type { Choice } from './prompts/choice.ts';
import { recogniseYesNo } from './prompts/yes-no.ts';
import { again, END, STRAY, to } from './step.ts';
import { SteppedDialog } from './stepped-dialog.ts';
import type { Outcome, Steps } from './step.ts';
import type { Talk } from './talk.ts';
import { privacy } from './texts/privacy.ts';
import { prompts } from './texts/prompts.ts';

type Data = Record<string, never>;

const SEE: Choice = { id: 'see', title: privacy.button.see, says: ['xem', 'xem dữ liệu của tôi'] };
const COPY: Choice = {
  id: 'copy',
  title: privacy.button.copy,
  says: ['bản tóm tắt', 'bản sao', 'xuất dữ liệu'],
};
const ERASE: Choice = { id: 'erase', title: privacy.button.erase, says: ['xóa', 'xóa dữ liệu', 'xóa hết'] };
const STOP: Choice = {
  id: 'stop',
  title: privacy.button.stop,
  says: ['dừng cảnh báo', 'đừng gửi cảnh báo', 'hủy nhận tin'],
};
const YES: Choice = { id: 'yes', title: privacy.button.yesErase };
const NO: Choice = { id: 'no', title: privacy.button.noErase };

/** The resident's rights: see what is kept, take a copy, ask for erasure, stop warnings. */
export class PrivacyDialog extends SteppedDialog<Data> {
  protected readonly dataSchema = z.record(z.string(), z.never());

  readonly steps: Steps<Data> = {
    PRIVACY_MENU: {
      ask: (talk) =>
        talk.offer(
          privacy.question(talk.services.commune),
          [SEE, COPY, ERASE, STOP],
          [{ title: privacy.button.menu, action: goAction({ to: 'menu' }) }],
        ),
      claims: (talk) => talk.pick([SEE, COPY, ERASE, STOP]) !== null,
      receive: receiveWish,
    },
    PRIVACY_ERASE: {
      ask: (talk) => talk.offer(privacy.eraseQuestion, [YES, NO]),
      claims: (talk) => talk.input.kind === 'words' && recogniseYesNo(talk.input.text) !== null,
      receive: receiveErase,
    },
  };

  protected override open(): Promise<{ data: Data; outcome: Outcome }> {
    return Promise.resolve({ data: {}, outcome: to('PRIVACY_MENU') });
  }
}

const ownReports = (talk: Talk): Promise<Report[]> =>
  talk.services.reports.ofReporter(talk.turn.residentKey, MAX_OWN_REPORTS);

async function receiveWish(talk: Talk): Promise<Outcome> {
  switch (talk.pick([SEE, COPY, ERASE, STOP])) {
    case 'see':
      await sayWhatIsKept(talk);
      return to('PRIVACY_MENU');
    case 'copy':
      await sayCopy(talk);
      return to('PRIVACY_MENU');
    case 'erase':
      return to('PRIVACY_ERASE');
    case 'stop':
      stopWarnings(talk.turn.work, talk.turn.residentKey, talk.turn.now);
      await talk.say(privacy.stopped, [{ title: privacy.button.menu, action: goAction({ to: 'menu' }) }]);
      return END;
    default:
      return talk.input.kind === 'words' ? STRAY : again(prompts.chooseOne);
  }
}

async function sayWhatIsKept(talk: Talk): Promise<void> {
  const reports = await ownReports(talk);
  const lines = reports.map((report) =>
    privacy.reportLine(
      report.code,
      readableDate(report.createdAt),
      CATEGORY_INFO[report.category].name,
      STATUS_WORDS[report.status].plain,
    ),
  );
  const draft = talk.draft.current();
  const parts = [
    lines.length === 0 ? privacy.nothingKept : privacy.keptReports(lines),
    ...(draft === null ? [] : [privacy.keptDraft(readableDate(new Date(draft.startedAt)))]),
    privacy.keptAlways,
  ];
  await talk.say(parts.join('\n\n'));
}

async function sayCopy(talk: Talk): Promise<void> {
  const reports = await ownReports(talk);
  if (reports.length === 0) await talk.say(privacy.nothingKept);
  for (const report of reports) await talk.say(privacy.exported(report.code, copyOf(report)));
  await talk.say(privacy.exportAll);
}

function copyOf(report: Report): string[] {
  const { reporter } = report;
  return [
    ...report.answers.map(({ label, text }) => `• ${label}: ${text}`),
    ...(reporter.name === null ? [] : [`• Họ tên: ${reporter.name}`]),
    ...(reporter.phone === null ? [] : [`• Điện thoại: ${reporter.phone}`]),
    ...report.evidence.map(({ name }) => `• Tệp: ${name}`),
    ...report.messages.map(({ from, text }) => `• ${from === 'officer' ? 'Cán bộ' : 'Bạn'}: ${text}`),
  ];
}

async function receiveErase(talk: Talk): Promise<Outcome> {
  const picked = talk.pick([YES, NO]);
  const said = talk.input.kind === 'words' ? recogniseYesNo(talk.input.text) : null;
  const toMenu = [{ title: privacy.button.menu, action: goAction({ to: 'menu' }) }];
  if (picked === 'no' || said === 'no') {
    await talk.say(privacy.keptAfterAll, toMenu);
    return END;
  }
  if (picked !== 'yes' && said !== 'yes') return again(prompts.yesOrNo);
  talk.draft.clear();
  const kept = await ownReports(talk);
  const { work, residentKey, now } = talk.turn;
  // kept for the duty officer alone: no law asks for them to stay
  work.alerts.forgetWords(residentKey);
  for (const report of kept)
    askForErasure(work, report, { messageId: talk.services.newId(), text: privacy.eraseNote, now });
  await talk.say(kept.length > 0 ? privacy.erased : privacy.erasedDraftOnly, toMenu);
  return END;
}
