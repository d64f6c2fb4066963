import type { ChannelState, DeadLetter, WaitingMessages } from '../dependencies.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { ChannelTag, Empty, Form, Moment, Notice, Outside } from './parts.tsx';

interface SystemPageProps {
  readonly visit: StaffVisit;
  readonly channels: readonly ChannelState[];
  readonly canRenewZalo: boolean;
  readonly waiting: Awaited<ReturnType<WaitingMessages['count']>>;
  readonly letters: readonly DeadLetter[];
  readonly done: string | null;
  readonly isGone: boolean;
}

export function SystemPage(props: SystemPageProps) {
  const { visit, channels, canRenewZalo, waiting, letters, done, isGone } = props;
  const text = vi.system;
  return (
    <>
      <h1>{text.title}</h1>
      {done !== null && <Notice tone="good">{done}</Notice>}
      {isGone && <Notice tone="bad">{text.gone}</Notice>}
      <section class="card" aria-labelledby="channels">
        <h2 id="channels">{text.channels}</h2>
        <ul class="plain">
          {channels.map(({ channel, state, note }) => (
            <li key={channel}>
              <ChannelTag channel={channel} />{' '}
              <span class={`tag channel-${state}`}>{text.channelState[state]}</span>
              {note !== null && <Outside text={note} block />}
              {channel === 'zalo' && canRenewZalo && (
                <p>
                  <a class={state === 'needs-consent' ? 'button' : 'small'} href="/console/he-thong/zalo">
                    {text.renewZalo}
                  </a>
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section class="card" aria-labelledby="waiting">
        <h2 id="waiting">{text.waiting}</h2>
        {waiting.notTaken > 0 && <Notice tone="bad">{text.notTaken(waiting.notTaken)}</Notice>}
        {waiting.channelOff > 0 && <Notice tone="warn">{text.channelOff(waiting.channelOff)}</Notice>}
        <ul class="plain">
          <li>{text.onTheWay(waiting.onTheWay)}</li>
          <li>{text.forResident(waiting.forResident)}</li>
        </ul>
      </section>
      <section class="card" aria-labelledby="letters">
        <h2 id="letters">{text.letters}</h2>
        <p class="muted">{text.lettersLead}</p>
        {letters.length === 0 && <Empty title={text.emptyTitle} text={text.empty} />}
        <ul class="plain">
          {letters.map((letter) => (
            <li key={letter.id} class="account">
              <p>
                <ChannelTag channel={letter.channel} /> <Outside text={letter.kind} /> · {text.received}{' '}
                <Moment at={letter.receivedAt} /> · {text.attempts(letter.attempts)}
                <br />
                <span class="muted small">
                  {text.reason}: <Outside text={letter.failure ?? ''} />
                </span>
              </p>
              <Form visit={visit} action={`/console/he-thong/su-kien/${encodeURIComponent(letter.id)}`}>
                <button class="quiet" type="submit">
                  {text.replay}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
