import type { ReportReader } from '../../reports/ports.ts';
import type { Report } from '../../reports/report.ts';
import type { Course } from './resident.ts';

/** Whether a person's report is what they told. */
export interface Verdict {
  readonly course: Course;
  /** What is wrong; empty when nothing is. */
  readonly faults: readonly string[];
}

export async function judge(course: Course, reports: ReportReader): Promise<Verdict> {
  if (course.code === null) return { course, faults: ['no report'] };
  const report = await reports.byCode(course.code);
  if (report === null) return { course, faults: ['report not found'] };
  return { course, faults: faultsOf(course, report) };
}

function faultsOf({ person, storyParts, photosSent }: Course, report: Report): string[] {
  const words = report.answers.map(({ text }) => text).join('\n');
  const stored = report.evidence.filter(({ state }) => state === 'stored').length;
  const money = report.answers.find(({ question }) => question === 'money')?.text ?? null;
  const lost = storyParts.filter((part) => !words.includes(part));
  return [
    ...(report.category === person.category ? [] : [`category ${report.category}`]),
    ...(person.amount === null || money === person.amount ? [] : [`amount ${money ?? 'missing'}`]),
    ...(stored === photosSent ? [] : [`evidence ${stored} of ${photosSent}`]),
    ...(lost.length === 0 && storyParts.length > 0
      ? []
      : [`narrative lacks ${lost.length} parts: ${lost.join('; ')}`]),
    ...(report.reporter.anonymous === person.anonymous ? [] : ['anonymity']),
  ];
}

/** The whole population in numbers. */
export interface SimulationResult {
  readonly residents: number;
  readonly correct: number;
  readonly correctPercent: number;
  /** Reports, words or files that were sent and are not there. */
  readonly lost: number;
  readonly medianMessages: number;
  /** Receipts that were read rightly, of those sent. */
  readonly receipts: { readonly sent: number; readonly readRightly: number };
  readonly restarts: number;
  readonly deadLetters: number;
  readonly seconds: number;
  readonly byHabit: readonly {
    readonly habit: string;
    readonly residents: number;
    readonly correct: number;
    readonly medianMessages: number;
  }[];
  readonly faults: readonly {
    readonly resident: number;
    readonly habit: string;
    readonly channel: string;
    readonly fault: string;
    readonly stuckAt: string | null;
  }[];
}

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

const isLoss = (fault: string): boolean => /^(?:no report|report not found|evidence|narrative)/.test(fault);

export function sumUp(
  verdicts: readonly Verdict[],
  run: { readonly restarts: number; readonly deadLetters: number; readonly seconds: number },
): SimulationResult {
  const correct = verdicts.filter(({ faults }) => faults.length === 0);
  const habits = [...new Set(verdicts.map(({ course }) => course.person.habit))];
  return {
    residents: verdicts.length,
    correct: correct.length,
    correctPercent: Math.round((correct.length / Math.max(1, verdicts.length)) * 1_000) / 10,
    lost: verdicts.filter(({ faults }) => faults.some(isLoss)).length,
    medianMessages: median(verdicts.map(({ course }) => course.messages)),
    receipts: {
      sent: verdicts.filter(({ course }) => course.receiptConfirmed !== null).length,
      readRightly: verdicts.filter(({ course }) => course.receiptConfirmed === true).length,
    },
    ...run,
    byHabit: habits.map((habit) => {
      const own = verdicts.filter(({ course }) => course.person.habit === habit);
      return {
        habit,
        residents: own.length,
        correct: own.filter(({ faults }) => faults.length === 0).length,
        medianMessages: median(own.map(({ course }) => course.messages)),
      };
    }),
    faults: verdicts.flatMap(({ course: { person, stuckAt }, faults }) =>
      faults.map((fault) => ({
        resident: person.number,
        habit: person.habit,
        channel: person.channel,
        fault,
        stuckAt,
      })),
    ),
  };
}
