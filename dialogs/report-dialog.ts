import type { DialogContext, DialogInstance, DialogTurnResult } from 'botbuilder-dialogs';
import { reportDataSchema, reportOptionsSchema } from './report/data.ts';
import type { ReportData, ReportOptions } from './report/data.ts';
import type { Command } from './commands.ts';
import { askCancel, claimsCancel, receiveCancel } from './report/cancel.ts';
import { askCategory, receiveCategory } from './report/category.ts';
import { askConsent, claimsConsent, receiveConsent } from './report/consent.ts';
import { askCorrection, askLine, receiveCorrection, receiveLine } from './report/correction.ts';
import { askDuplicate, receiveDuplicate } from './report/duplicate.ts';
import { holdsOnlyFiles } from './keep-files.ts';
import { setAside } from './report/another-matter.ts';
import { goOn } from './report/go-on.ts';
import { obeyInReport } from './report/obey.ts';
import { askPicture, claimsPicture, receivePicture } from './report/confirm-picture.ts';
import { askQuestion, claimsAnswer, receiveAnswer } from './report/question.ts';
import { questionOf } from './report/questions-of.ts';
import { addToDraft, askResume, receiveResume, takeAlong } from './report/resume.ts';
import { askSummary, receiveSummary } from './report/summary.ts';
import { takeEvidence } from './report/take-evidence.ts';
import { askNumber, claimsNumber, receiveNumber } from './report/whose-number.ts';
import { to } from './step.ts';
import { SteppedDialog } from './stepped-dialog.ts';
import type { Outcome, Step, Steps } from './step.ts';
import { talkOf } from './talk.ts';
import type { Talk } from './talk.ts';
import { report } from './texts/report.ts';

const stays = (step: Omit<Step<ReportData>, 'stays'>): Step<ReportData> => ({ ...step, stays: true });

/** Leads a resident through a report. What they say is in the draft, so that nothing is lost whatever happens here. */
export class ReportDialog extends SteppedDialog<ReportData> {
  protected readonly dataSchema = reportDataSchema;
  override readonly takesEvidence = true;

  readonly steps: Steps<ReportData> = {
    RESUME_OR_NEW: stays({ ask: askResume, receive: receiveResume }),
    CONSENT: stays({ ask: askConsent, receive: receiveConsent, claims: claimsConsent }),
    CATEGORY: stays({ ask: askCategory, receive: receiveCategory }),
    QUESTION: stays({
      ask: askQuestion,
      receive: receiveAnswer,
      claims: claimsAnswer,
      skippable: () => true,
    }),
    CONFIRM_PICTURE: stays({ ask: askPicture, receive: receivePicture, claims: claimsPicture }),
    SUMMARY: stays({ ask: askSummary, receive: receiveSummary }),
    PICK_LINE: stays({ ask: askLine, receive: receiveLine }),
    WHOSE_NUMBER: stays({
      ask: askNumber,
      receive: receiveNumber,
      claims: claimsNumber,
      skippable: () => true,
    }),
    CORRECTION: stays({ ask: askCorrection, receive: receiveCorrection, skippable: () => true }),
    CANCELLING: stays({ ask: askCancel, receive: receiveCancel, claims: claimsCancel }),
    DUPLICATE: stays({ ask: askDuplicate, receive: receiveDuplicate }),
  };

  protected override async open(
    talk: Talk,
    options: unknown,
  ): Promise<{ data: ReportData; outcome: Outcome }> {
    const pending = reportOptionsSchema.parse(options);
    const data = freshData(pending);
    await takeAlong(talk, data);
    const draft = talk.draft.current();
    if (draft === null) {
      await addToDraft(
        talk,
        talk.draft.begin({ id: talk.services.newId(), category: pending.category, told: [] }),
        pending,
      );
      return { data, outcome: goOn(talk, data) };
    }
    const isBegun = !holdsOnlyFiles(draft);
    if (!pending.resume && isBegun) return { data, outcome: to('RESUME_OR_NEW') };
    await addToDraft(talk, draft, pending);
    if (pending.resume) await talk.say(report.resumed);
    return { data, outcome: goOn(talk, data) };
  }

  /** Whatever the words beside files lead to, the files are in the draft before. */
  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    await this.takeFiles(dc);
    return super.continueDialog(dc);
  }

  override async obey(dc: DialogContext, talk: Talk, command: Command): Promise<boolean> {
    await this.takeFiles(dc);
    return super.obey(dc, talk, command);
  }

  private async takeFiles(dc: DialogContext): Promise<void> {
    const talk = talkOf(dc.context);
    const draft = talk.draft.current();
    // which report they belong to is what is being asked there
    if (draft === null || dc.activeDialog === undefined || this.stateOf(dc.activeDialog) === 'RESUME_OR_NEW')
      return;
    await takeEvidence(talk, draft);
  }

  /** Where something else than what happened is asked in free words, what sounds urgent is most likely the answer. */
  override mayHearStory({ draft }: Talk, instance: DialogInstance): boolean {
    const current = draft.current();
    if (current === null) return false;
    if (this.stateOf(instance) !== 'QUESTION') return true;
    const open = questionOf(current, this.parkedData(instance).question);
    return open?.id === 'what' || open?.kind !== 'text';
  }

  override setsAside(talk: Talk): boolean {
    const draft = talk.draft.current();
    return draft !== null && setAside(talk, draft);
  }

  /** An urgent card comes in between: what was being written is what its button leads back to. */
  override carries(instance: DialogInstance | undefined): object {
    return { resumes: instance !== undefined && this.stateOf(instance) !== 'RESUME_OR_NEW' };
  }

  protected override onCommand(
    talk: Talk,
    data: ReportData,
    state: string,
    command: Command,
  ): Promise<Outcome | null> {
    return obeyInReport(talk, data, state, command);
  }
}

const freshData = (pending: ReportOptions): ReportData => ({
  question: null,
  correcting: null,
  among: null,
  understood: [],
  isUnderstoodNews: false,
  categoryPage: 0,
  inHaste: false,
  cancelledIn: 'QUESTION',
  pending,
  duplicateOf: null,
  picture: null,
});
