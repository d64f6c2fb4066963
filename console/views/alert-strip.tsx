import type { DutyAlert } from '../../reports/duty-alert.ts';
import type { Urgency } from '../../reports/report.ts';
import { URGENCIES } from '../../reports/report.ts';
import type { Visit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { Age, ChannelTag, Empty, Form, Moment, UrgencyTag } from './parts.tsx';

/** As many as stand above the queue without pushing it off the screen. */
const SHOWN = 3;
/** As many as are read at once; a count that reaches it is told with a plus. */
export const ALERTS_READ = 100;

interface AlertsProps {
  readonly visit: Visit;
  /** Most urgent first, then oldest first. */
  readonly alerts: readonly DutyAlert[];
}

/** Who needs help now: how many of each urgency, the first few, and the two things to do. Rings like a new urgent report. */
export function AlertStrip({ visit, alerts }: AlertsProps) {
  if (alerts.length === 0) return null;
  return (
    <section
      class={alerts[0]?.urgency === 'P0' ? 'alert-strip alert-life' : 'alert-strip'}
      aria-labelledby="alerts"
      data-alarm={alerts.map(({ id }) => `alert-${id}`).join(' ')}
    >
      <div class="alert-head">
        <h2 id="alerts">{vi.alerts.title}</h2>
        <AlertCounts alerts={alerts} />
        <a href="/console/bao-dong">
          {alerts.length > 1 ? vi.alerts.all(countOf(alerts.length)) : vi.alerts.details}
        </a>
      </div>
      <AlertRows visit={visit} alerts={alerts.slice(0, SHOWN)} then="/console" />
    </section>
  );
}

/** Every alert that nobody has taken yet, with what the two buttons do. */
export function AlertsPage({ visit, alerts }: AlertsProps) {
  return (
    <>
      <div class="page-head">
        <h1>{vi.alerts.pageTitle}</h1>
        <a class="button quiet" href="/console">
          {vi.alerts.toQueue}
        </a>
      </div>
      <p class="muted">{vi.alerts.hint}</p>
      {alerts.length === 0 ? (
        <Empty title={vi.alerts.emptyTitle} text={vi.alerts.empty} />
      ) : (
        <section class="alert-strip" aria-label={vi.alerts.title}>
          <AlertCounts alerts={alerts} />
          <AlertRows visit={visit} alerts={alerts} then="/console/bao-dong" />
        </section>
      )}
    </>
  );
}

const countOf = (count: number): string => (count >= ALERTS_READ ? `${ALERTS_READ}+` : String(count));

function AlertCounts({ alerts }: { readonly alerts: readonly DutyAlert[] }) {
  const counts = URGENCIES.map((urgency): readonly [Urgency, number] => [
    urgency,
    alerts.filter((alert) => alert.urgency === urgency).length,
  ]).filter(([, count]) => count > 0);
  return (
    <ul class="alert-counts">
      {counts.map(([urgency, count]) => (
        <li key={urgency}>
          <b>{countOf(count)}</b> {vi.urgency[urgency].toLowerCase()}
        </li>
      ))}
    </ul>
  );
}

interface AlertRowsProps extends AlertsProps {
  /** Where taking an alert leads. */
  readonly then: '/console' | '/console/bao-dong';
}

function AlertRows({ visit, alerts, then }: AlertRowsProps) {
  return (
    <ul class="alert-rows">
      {alerts.map((alert) => (
        <li key={alert.id} class={`alert-${alert.urgency}`}>
          <UrgencyTag urgency={alert.urgency} />
          <span class="alert-what">
            <strong>{alertName(alert)}</strong> <ChannelTag channel={alert.channel} />
            <span class="muted small">
              {vi.alerts.since} <Moment at={alert.at} /> (<Age at={alert.at} now={visit.now} />)
            </span>
          </span>
          <AlertButtons visit={visit} alert={alert} then={then} />
        </li>
      ))}
    </ul>
  );
}

interface AlertButtonsProps {
  readonly visit: Visit;
  readonly alert: DutyAlert;
  readonly then: string;
}

function AlertButtons({ visit, alert, then }: AlertButtonsProps) {
  const path = `/console/bao-dong/${alert.id}`;
  return (
    <span class="buttons">
      {alert.reportId !== null && (
        <a
          class={alert.urgency === 'P0' ? 'button small' : 'button small quiet'}
          href={`/console/bao-cao/${alert.reportId}`}
        >
          {vi.alerts.open}
        </a>
      )}
      <Form visit={visit} action={`${path}/tro-chuyen`}>
        <button
          class={alert.reportId === null && alert.urgency === 'P0' ? 'small' : 'small quiet'}
          type="submit"
        >
          {vi.alerts.talk}
        </button>
      </Form>
      <Form visit={visit} action={`${path}/da-biet`}>
        <input type="hidden" name="then" value={then} />
        <button class="small quiet" type="submit">
          {vi.alerts.take}
        </button>
      </Form>
    </span>
  );
}

/** What it is about, in a few words. */
export function alertName({ kind, slug }: DutyAlert): string {
  if (kind === 'report') return vi.alerts.report;
  return vi.alerts.cards.find(([card]) => card === slug)?.[1] ?? vi.alerts.other;
}
