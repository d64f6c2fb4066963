import { CATEGORY_INFO } from '../../reports/categories.ts';
import { findPhones } from '../../reports/parsing/phone.ts';
import type { Report } from '../../reports/report.ts';
import { vi } from '../texts/vi.ts';
import { Moment, Outside } from './parts.tsx';

/** The answer that is the story itself. */
const STORY = 'what';

const SUMMARY = [
  ['when', vi.report.when],
  ['where', vi.report.where],
] as const;

/** What a call to the bank needs in the first hour, wherever it was told. */
const FIRST_HOUR = ['money', 'demand', 'account'];

const answerTo = (report: Report, question: string) =>
  report.answers.find((answer) => answer.question === question);

const textOf = (report: Report, question: string): string | null => answerTo(report, question)?.text ?? null;

/** What the resident told, in their own words, with who, how much, when and where beside it. */
export function Told({ report }: { readonly report: Report }) {
  const story = textOf(report, STORY);
  return (
    <section class="card told" aria-labelledby="told">
      <h2 id="told">{vi.report.told}</h2>
      {story === null ? (
        <p class="muted">{vi.report.nothingSaid}</p>
      ) : (
        <blockquote>
          <Outside text={story} block />
        </blockquote>
      )}
      <dl class="told-facts">
        <div>
          <dt>{vi.report.who}</dt>
          <dd>
            <Who report={report} canCall />
          </dd>
        </div>
        {FIRST_HOUR.map((question) => answerTo(report, question))
          .filter((answer) => answer !== undefined)
          .map(({ question, label, text }) => (
            <div key={question}>
              <dt>
                <Outside text={label} />
              </dt>
              <dd class="first-hour">
                <Said text={text} />
              </dd>
            </div>
          ))}
        {SUMMARY.map(([question, label]) => (
          <div key={question}>
            <dt>{label}</dt>
            <dd>
              <Said text={textOf(report, question)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The rest of the answers as they were given, and what the system knows about the report. */
export function Declared({ report }: { readonly report: Report }) {
  const told = new Set<string>([STORY, ...FIRST_HOUR, ...SUMMARY.map(([question]) => question)]);
  const rest = report.answers.filter(({ question }) => !told.has(question));
  return (
    <section class="card" aria-labelledby="declared">
      <h2 id="declared">{vi.report.answers}</h2>
      <dl class="facts">
        {rest.map(({ question, label, text }) => (
          <Fact key={question} label={label} text={text} />
        ))}
        <dt>{vi.queue.category}</dt>
        <dd>
          {report.category} {CATEGORY_INFO[report.category].name}
        </dd>
        <dt>{vi.report.sentAt}</dt>
        <dd>
          <Moment at={report.createdAt} />
        </dd>
        <dt>{vi.report.receivedAt}</dt>
        <dd>{report.receivedAt === null ? vi.report.notYet : <Moment at={report.receivedAt} />}</dd>
      </dl>
      <p class="muted small">
        {vi.report.initial} {vi.report.consent}{' '}
        <Outside text={report.consentVersion.split('-').reverse().join('/')} />.
      </p>
    </section>
  );
}

interface WhoProps {
  readonly report: Report;
  /** On a telephone, a touch calls the number. */
  readonly canCall?: boolean;
}

/** Name and phone, or that there are none. */
export function Who({ report, canCall = false }: WhoProps) {
  const { anonymous, name, phone } = report.reporter;
  if (anonymous) return <>{vi.report.anonymous}</>;
  return (
    <>
      {name === null ? vi.report.noName : <Outside text={name} />}
      {', '}
      {phone === null ? vi.report.noPhone : canCall ? <Callable phone={phone} /> : <Outside text={phone} />}
    </>
  );
}

/** The number alone is called; what was said beside it ("sau 5 giờ chiều, 0912…") stands after it. */
function Callable({ phone }: { readonly phone: string }) {
  const [number] = findPhones(phone, { isAnswer: true });
  if (number === undefined) return <Outside text={phone} />;
  const { value, display } = number;
  const beside = phone.startsWith(display) ? phone.slice(display.length) : ` (${phone})`;
  return (
    <>
      <a href={`tel:${value}`} aria-label={vi.report.call(display)}>
        <Outside text={display} />
      </a>
      <Outside text={beside} />
    </>
  );
}

function Said({ text }: { readonly text: string | null }) {
  return text === null ? <span class="muted">{vi.report.nothingSaid}</span> : <Outside text={text} block />;
}

function Fact({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <>
      <dt>
        <Outside text={label} />
      </dt>
      <dd>
        <Said text={text} />
      </dd>
    </>
  );
}
