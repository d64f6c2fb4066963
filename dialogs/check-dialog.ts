import { z } from 'zod';
import type { IndicatorFinding } from '../reports/indicators/check-indicator.ts';
import { indicatorsAsked } from '../reports/indicators/asked.ts';
import { findLookalike, findOfficialOwner } from '../reports/indicators/lookalike-domain.ts';
import type { Indicator, IndicatorKind } from '../reports/report.ts';
import { goAction } from './buttons.ts';
import { readableDate } from '../reports/moments.ts';
import type { Choice } from './prompts/choice.ts';
import { again, STRAY, to } from './step.ts';
import { SteppedDialog } from './stepped-dialog.ts';
import type { Outcome, Steps } from './step.ts';
import { leavesField } from './stray.ts';
import type { Talk } from './talk.ts';
import { check } from './texts/check.ts';
import { prompts } from './texts/prompts.ts';

type Data = Record<string, never>;

const optionsSchema = z.object({ words: z.string().default('') });

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
        return (await leavesField(talk, 'check')) ? STRAY : again(check.notRecognised);
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
  for (const trace of traces) {
    const finding = await talk.services.indicators.check(trace);
    // of a page and its site, the site is only named when there is something to say about it
    if (finding.kind === 'nothing' && isSiteOfAnother(trace, traces)) continue;
    for (const text of findingTexts(trace, finding)) await talk.say(text);
  }
  for (const hint of new Set(traces.map(({ kind }) => hintFor(kind)))) await talk.say(hint);
  return true;
}

const isSiteOfAnother = ({ kind, value }: Indicator, traces: readonly Indicator[]): boolean =>
  kind === 'link' && traces.some((other) => other.kind === 'link' && other.value.startsWith(`${value}/`));

/** What is on file, and what the address itself tells: an imitation is told even when nobody reported it yet. */
function findingTexts(trace: Indicator, finding: IndicatorFinding): string[] {
  const address = trace.kind === 'link' ? addressText(trace) : null;
  const more = address === null ? [] : [address];
  if (finding.kind === 'verified') return [check.verified(trace.display, readableDate(finding.at)), ...more];
  if (finding.kind === 'reported') return [check.reported(trace.display), ...more];
  return address === null ? [check.nothing(trace.display)] : [address];
}

function addressText({ value, display }: Indicator): string | null {
  const host = value.split('/')[0] ?? value;
  const lookalike = findLookalike(host);
  if (lookalike !== null) return check.lookalike(display, lookalike.official ?? lookalike.imitates);
  const owner = findOfficialOwner(host);
  return owner === null ? null : check.official(display, owner);
}

function hintFor(kind: IndicatorKind): string {
  if (kind === 'phone') return check.lookFor.phone;
  return kind === 'account' ? check.lookFor.account : check.lookFor.link;
}
