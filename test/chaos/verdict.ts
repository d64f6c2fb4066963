import type { ChaosResult } from './run-chaos.ts';

/** One line of the table; `must` is null for what is only told. */
export interface VerdictRow {
  readonly what: string;
  readonly count: number;
  readonly must: number | null;
}

/** The figures of a run, and what they must be. */
export function verdictRows(result: ChaosResult): VerdictRow[] {
  const { replies, reports, evidence, copies, deliveries } = result;
  const told = (what: string, count: number): VerdictRow => ({ what, count, must: null });
  const none = (what: string, count: number): VerdictRow => ({ what, count, must: 0 });
  return [
    told('programs killed (kill -9)', result.kills),
    told('database killed (kill -9)', result.databaseKills),
    told('clocks set to another moment', result.clockSteps),
    told('conversations', result.conversations),
    told('webhook deliveries tried', deliveries.made),
    told('webhook deliveries that failed', deliveries.failed),
    told('messages of residents acknowledged', result.acknowledged),
    none('acknowledged and lost', result.acknowledgedLost),
    none('stored and not worked', result.notWorked),
    told('conversations compared with a calm one', result.conversationsCompared),
    none('… in which a turn was acted on twice', result.actedTwice),
    none('… in which a turn is missing', result.turnsMissing),
    none('… in which something else was answered', result.answeredOtherwise),
    told('answers so late that they show what they are to', result.late),
    told('seconds in which 95 of 100 messages were worked', result.seconds95.worked),
    told('reports filed', reports.filed),
    none('reports missing', reports.missing),
    none('reports doubled', reports.doubled),
    told('pictures stored, byte for byte', evidence.whole),
    told('pictures refused because the quota was full', evidence.noRoom),
    none('pictures missing, doubled or damaged', evidence.wrong),
    told('replies written', replies.all),
    told('replies on the phones', replies.delivered),
    told('replies visibly waiting', replies.waiting),
    none('replies given up', replies.failed),
    none('replies marked as sent that no phone got', replies.vanished),
    told('copies of replies', copies.all),
    told('… after a try of unknown outcome, and counted', copies.afterUnknownOutcome),
    none('… without an explanation', copies.unexplained),
    none('programs that ended by themselves or not cleanly', result.unclean.length),
  ];
}

export function isGood(rows: readonly VerdictRow[]): boolean {
  return rows.every(({ count, must }) => must === null || count === must);
}

export function verdictTable(rows: readonly VerdictRow[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  return rows
    .map(({ what, count, must }) => {
      const mark = must === null ? '' : count === must ? '  ok' : `  MUST BE ${must}`;
      return `${what.padEnd(width)}  ${String(count).padStart(7)}${mark}`;
    })
    .join('\n');
}
