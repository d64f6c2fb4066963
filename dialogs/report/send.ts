import { likelyDuplicate } from '../../reports/duplicates.ts';
import { alertOfReport } from '../../reports/duty-alert.ts';
import { newCaseCode } from '../../reports/case-code.ts';
import { CONTACT_QUESTIONS, REACH } from '../../reports/questionnaires/contact.ts';
import { newPin } from '../../reports/pin.ts';
import type { Answer, Report, Reporter } from '../../reports/report.ts';
import { submitReport } from '../../reports/submit-report.ts';
import { goAction } from '../buttons.ts';
import { unparkEvidence } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { readableMoment } from '../../reports/moments.ts';
import { to } from '../step.ts';
import type { Outcome } from '../step.ts';
import type { Talk } from '../talk.ts';
import { report } from '../texts/report.ts';
import { goOnToAnother } from './another-matter.ts';
import { answeredQuestions } from './questions-of.ts';
import { indicatorsOfDraft, urgencyOf } from './facts-of.ts';

const CODE_ATTEMPTS = 10;
const RECENT_REPORTS = 5;

const isContact = (id: string): boolean => CONTACT_QUESTIONS.some((contact) => contact === id);

/** The answers as the case file keeps them, in the order of the questionnaire, without who reports. */
export function answersOf(draft: Draft): Answer[] {
  return answeredQuestions(draft)
    .filter(({ id, kind }) => !isContact(id) && kind !== 'evidence')
    .flatMap(({ id, label }) => {
      const answer = draft.answers[id];
      return answer === undefined ? [] : [{ question: id, label, text: answer.text }];
    });
}

function reporterOf(talk: Talk, draft: Draft): Reporter {
  const anonymous = draft.answers['reach']?.value === REACH.anonymous;
  const { address, residentKey } = talk.turn;
  return {
    anonymous,
    name: anonymous ? null : (draft.answers['name']?.text ?? null),
    phone: anonymous ? null : (draft.answers['phone']?.text ?? null),
    address,
    key: residentKey,
  };
}

/** A report of the same person about what seems to be the same matter. */
export async function findDuplicate(talk: Talk, draft: Draft): Promise<Report | null> {
  const own = await talk.services.reports.ofReporter(talk.turn.residentKey, RECENT_REPORTS);
  const what = draft.answers['what']?.text ?? '';
  const indicators = indicatorsOfDraft(draft);
  return likelyDuplicate({ category: draft.category ?? 'C99', indicators, what, now: talk.turn.now }, own);
}

async function unusedCode(talk: Talk): Promise<string> {
  const { randomBelow, reports } = talk.services;
  for (let attempt = 0; attempt < CODE_ATTEMPTS; attempt += 1) {
    const code = newCaseCode(randomBelow);
    if ((await reports.byCode(code)) === null) return code;
  }
  throw new Error('No unused case code was found');
}

/** Makes the report, forgets the draft, and says code, PIN, standing and what comes next. What is missing is asked first. */
export async function sendReport(talk: Talk, draft: Draft): Promise<Outcome> {
  const { now, work } = talk.turn;
  const code = await unusedCode(talk);
  const pin = newPin(talk.services.randomBelow);
  const submitted = submitReport({
    id: draft.id,
    code,
    pinHash: await talk.services.pins.hash(pin),
    category: draft.category ?? 'C99',
    urgency: urgencyOf(draft, now),
    reporter: reporterOf(talk, draft),
    answers: answersOf(draft),
    evidence: draft.evidence.map(unparkEvidence),
    indicators: indicatorsOfDraft(draft),
    consentVersion: draft.consentVersion,
    now,
  });
  if (!submitted.ok) return to(submitted.reason === 'no-consent' ? 'CONSENT' : 'QUESTION');
  work.reports.add(submitted.report);
  const { address, residentKey } = talk.turn;
  const alert = alertOfReport({ id: talk.services.newId(), now, address, residentKey }, submitted.report);
  if (alert !== null) work.alerts.raise(alert, null);
  talk.draft.clear();
  talk.memory.lastSent = { code, at: now.toISOString() };
  talk.memory.missesInRow = 0;
  await sayReceipt(talk, code, pin);
  return goOnToAnother(talk, draft.others);
}

async function sayReceipt(talk: Talk, code: string, pin: string): Promise<void> {
  const { commune } = talk.services;
  await talk.say(report.sent(code, pin));
  await talk.say(report.standing(commune, readableMoment(talk.turn.now), code));
  await talk.say(report.receipt(talk.services.receiptUrl(code)));
  await talk.say(report.whatNext(commune), [
    { title: report.button.follow, action: goAction({ to: 'track' }) },
    { title: report.button.menu, action: goAction({ to: 'menu' }) },
  ]);
}
