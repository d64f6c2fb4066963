import { z } from 'zod';
import type { Indicator, IndicatorKind } from '../reports/report.ts';
import { goAction } from './buttons.ts';
import type { IndicatorFinding } from './indicator-check.ts';
import { readableDate } from './moments.ts';
import type { Choice } from './prompts/choice.ts';
import { indicatorsAsked } from './report/facts-of.ts';
import { again, STRAY, to } from './step.ts';
import { SteppedDialog } from './stepped-dialog.ts';
import type { Outcome, Steps } from './step.ts';
import { strayOr } from './stray.ts';
import type { Talk } from './talk.ts';
import { check } from './texts/check.ts';
import { prompts } from './texts/prompts.ts';

type Data = Record<string, never>;

const optionsSchema = z.object({ words: z.string().default('') });

/** Fewer independent reports are not told: one angry neighbour must not blacken a number. */
const FEWEST_TOLD_REPORTS = 3;
const MOST_CHECKED = 5;

const MORE: Choice = { id: 'more', title: check.button.more, says: ['kiểm tra tiếp', 'nữa'] };

/** Says what is known about a number, account or link, never that it is safe. */
export class CheckDialog extends SteppedDialog<Data> {
  protected readonly dataSchema = z.record(z.string(), z.never());

  readonly steps: Steps<Data> = {
    CHECK_WHAT: {
      ask: (talk) => talk.askFreely(check.question),
      receive: async (talk) => {
        if (await sayFindings(talk, talk.input.text)) return to('CHECK_NEXT');
        return strayOr(talk, again(check.notRecognised));
      },
    },
    CHECK_NEXT: {
      ask: (talk) =>
        talk.offer(
          check.next,
          [MORE],
          [
            { title: check.button.report, action: goAction({ to: 'report', category: null }) },
            { title: check.button.menu, action: goAction({ to: 'menu' }) },
          ],
        ),
      receive: async (talk) => {
        if (talk.pick([MORE]) !== null) return to('CHECK_WHAT');
        if (talk.input.kind !== 'words') return again(prompts.chooseOne);
        return (await sayFindings(talk, talk.input.text)) ? to('CHECK_NEXT') : STRAY;
      },
    },
  };

  protected override async open(talk: Talk, options: unknown): Promise<{ data: Data; outcome: Outcome }> {
    const { words } = optionsSchema.parse(options);
    const found = await sayFindings(talk, words);
    return { data: {}, outcome: to(found ? 'CHECK_NEXT' : 'CHECK_WHAT') };
  }
}

/** One message for each trace found, then what to look for; false when there is none in the words. */
async function sayFindings(talk: Talk, words: string): Promise<boolean> {
  const traces = indicatorsAsked(words, talk.turn.now).slice(0, MOST_CHECKED);
  if (traces.length === 0) return false;
  for (const trace of traces) await talk.say(findingText(trace, await talk.services.indicators.check(trace)));
  for (const hint of new Set(traces.map(({ kind }) => hintFor(kind)))) await talk.say(hint);
  return true;
}

function findingText(trace: Indicator, finding: IndicatorFinding): string {
  if (finding.kind === 'verified') return check.verified(trace.display, readableDate(finding.at));
  if (finding.kind === 'reported' && finding.independentReports >= FEWEST_TOLD_REPORTS)
    return check.reported(trace.display);
  return check.nothing(trace.display);
}

function hintFor(kind: IndicatorKind): string {
  if (kind === 'phone') return check.lookFor.phone;
  return kind === 'account' ? check.lookFor.account : check.lookFor.link;
}
