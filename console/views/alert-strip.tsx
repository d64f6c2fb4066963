import type { DutyAlert } from '../../reports/duty-alert.ts';
import type { Visit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { Age, ChannelTag, Form, Moment, UrgencyTag } from './parts.tsx';

/** As many as an officer can take in; the others follow when these are taken. */
export const ALERTS_SHOWN = 8;

interface AlertStripProps {
  readonly visit: Visit;
  /** Oldest first; one more than is shown tells that there are others. */
  readonly alerts: readonly DutyAlert[];
}

/** Who needs help now: when, what, and the two things to do. Rings like a new urgent report. */
export function AlertStrip({ visit, alerts }: AlertStripProps) {
  if (alerts.length === 0) return null;
  const shown = alerts.slice(0, ALERTS_SHOWN);
  return (
    <section
      class="alert-strip"
      aria-labelledby="alerts"
      data-alarm={shown.map(({ id }) => `alert-${id}`).join(' ')}
    >
      <h2 id="alerts">{vi.alerts.title}</h2>
      <ul>
        {shown.map((alert) => (
          <li key={alert.id}>
            <span class="alert-what">
              <UrgencyTag urgency={alert.urgency} /> <strong>{cardName(alert)}</strong>{' '}
              <ChannelTag channel={alert.channel} />
            </span>
            <span class="alert-when">
              <Moment at={alert.at} /> (<Age at={alert.at} now={visit.now} />)
            </span>
            <span class="buttons">
              {alert.reportId !== null && (
                <a class="button" href={`/console/bao-cao/${alert.reportId}`}>
                  {vi.alerts.open}
                </a>
              )}
              <Form visit={visit} action={`/console/bao-dong/${alert.id}/tro-chuyen`}>
                <button type="submit">{vi.alerts.talk}</button>
              </Form>
              <Form visit={visit} action={`/console/bao-dong/${alert.id}/da-biet`}>
                <button class="quiet" type="submit">
                  {vi.alerts.take}
                </button>
              </Form>
            </span>
          </li>
        ))}
      </ul>
      <p class="small">{alerts.length > ALERTS_SHOWN ? vi.alerts.more : vi.alerts.hint}</p>
    </section>
  );
}

function cardName({ kind, slug }: DutyAlert): string {
  if (kind === 'report') return vi.alerts.report;
  return vi.alerts.cards.find(([card]) => card === slug)?.[1] ?? vi.alerts.other;
}
