import { CATEGORY_INFO } from '../../reports/categories.ts';
import { CATEGORIES, CHANNEL_NAMES, STATUSES, URGENCIES } from '../../reports/report.ts';
import { STATUS_WORDS } from '../../reports/status-rules.ts';
import type { QueueChoice } from '../queue-filter.ts';
import { OPEN_STATUSES } from '../queue-filter.ts';
import { vi } from '../texts/vi.ts';
import { Options } from './field.tsx';

/** What to list, folded while a chip tells it. */
export function QueueFilters({ choice }: { readonly choice: QueueChoice }) {
  const text = vi.queue;
  return (
    <details class="filters" open={!isShownByChip(choice)}>
      <summary>{text.filters}</summary>
      <form method="get" action="/console">
        <Select
          name="trang-thai"
          label={text.status}
          value={choice.status}
          options={[
            ['dang-mo', text.anyOpen],
            ...STATUSES.map((status) => [status, STATUS_WORDS[status].label] as const),
            ['da-xong', text.anyFinished],
            ['tat-ca', text.any],
          ]}
        />
        <AnyOr
          name="muc"
          label={text.urgency}
          chosen={choice.urgency}
          among={URGENCIES}
          title={(urgency) => `${urgency} ${vi.urgency[urgency]}`}
        />
        <AnyOr
          name="nhom"
          label={text.category}
          chosen={choice.category}
          among={CATEGORIES}
          title={(category) => `${category} ${CATEGORY_INFO[category].shortName}`}
        />
        <AnyOr
          name="kenh"
          label={text.channel}
          chosen={choice.channel}
          among={CHANNEL_NAMES}
          title={(channel) => vi.channel[channel]}
        />
        <div class="checks">
          <label class="check">
            <input type="checkbox" name="gui-them" value="1" checked={choice.unread} />
            <span>{text.addedOnly}</span>
          </label>
          <label class="check">
            <input type="checkbox" name="cua-toi" value="1" checked={choice.mine} />
            <span>{text.mineOnly}</span>
          </label>
        </div>
        <button type="submit">{text.apply}</button>
        <a href="/console">{text.clear}</a>
      </form>
    </details>
  );
}

/** Whether a chip above tells what is listed, so that the filters need not take the screen of a phone. */
function isShownByChip({ status, urgency, category, channel, unread }: QueueChoice): boolean {
  const hasChip = unread || status === 'dang-mo' || OPEN_STATUSES.some((open) => open === status);
  return hasChip && urgency === null && category === null && channel === null;
}

interface AnyOrProps<Value extends string> {
  readonly name: string;
  readonly label: string;
  readonly chosen: Value | null;
  readonly among: readonly Value[];
  readonly title: (value: Value) => string;
}

/** All of them, or one. */
function AnyOr<Value extends string>({ name, label, chosen, among, title }: AnyOrProps<Value>) {
  const options = among.map((value) => [value, title(value)] as const);
  return <Select name={name} label={label} value={chosen ?? ''} options={[['', vi.queue.any], ...options]} />;
}

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
}

function Select({ name, label, value, options }: SelectProps) {
  return (
    <label>
      {label}
      <select name={name}>
        <Options among={options} chosen={value} />
      </select>
    </label>
  );
}
