import type {
  ChannelConsent,
  ConsoleDependencies,
  DeadLetter,
  TriedQuestion,
  WaitingCounts,
} from '../../console/dependencies.ts';
import type { Forecast } from '../../reports/delivery-ports.ts';

/** What the tests make the road, the knowledge and the platforms say to the console, and what these were asked. */
export interface ToldToConsole {
  readonly deadLetters: DeadLetter[];
  readonly forecast: { next: Forecast; nextOfSystem?: Forecast };
  /** Questions that were tried, and whether with a draft. */
  readonly tried: { question: string; draft: string | null }[];
  readonly published: { count: number };
  /** Of what officers write in a talk. */
  readonly notArrived: { next: WaitingCounts };
  /** What the platform says next to a consent, and what it was asked. */
  readonly consent: {
    next: Awaited<ReturnType<ChannelConsent['finish']>>;
    readonly begun: string[];
    readonly finished: { readonly begun: unknown; readonly query: unknown }[];
  };
}

/** Small stand-ins for what the console asks of the rest of the program beside the database. */
export function createRoadStandIns() {
  const told: ToldToConsole = {
    deadLetters: [],
    forecast: { next: 'now' },
    tried: [],
    published: { count: 0 },
    notArrived: { next: { onTheWay: 0, channelOff: 0, forResident: 0, notTaken: 0 } },
    consent: { next: { ok: true }, begun: [], finished: [] },
  };
  const { deadLetters, forecast, tried, published, consent } = told;
  const deps = {
    forecast: {
      forecast: (_address, author) =>
        Promise.resolve(author === 'system' ? (forecast.nextOfSystem ?? forecast.next) : forecast.next),
    },
    tryQuestion: (question, draft): Promise<TriedQuestion> => {
      tried.push({ question, draft: draft?.slug ?? null });
      const slug = draft?.slug ?? 'bao-tin-an-danh';
      const candidates = [{ slug, score: 0.92 }];
      const trace = [{ step: 'search', note: 'near', durationMs: 1.2 }];
      return Promise.resolve({
        decision: { route: 'answer', slug, candidates, trace, kbVersion: 'test' },
        text: draft?.shortAnswer ?? 'Được. Bạn có quyền yêu cầu giữ bí mật.',
      });
    },
    onPublished: () => {
      published.count += 1;
      return Promise.resolve();
    },
    deadLetters: {
      list: (limit) => Promise.resolve(deadLetters.slice(0, limit)),
      replay: (id) => {
        const position = deadLetters.findIndex((letter) => letter.id === id);
        if (position < 0) return Promise.resolve(false);
        deadLetters.splice(position, 1);
        return Promise.resolve(true);
      },
    },
    channelStates: {
      list: () =>
        Promise.resolve([
          { channel: 'zalo', state: 'sandbox', note: null },
          { channel: 'messenger', state: 'working', note: 'Mã truy cập đã hết hạn.' },
        ]),
    },
    waitingMessages: {
      count: () => Promise.resolve({ onTheWay: 3, channelOff: 5, forResident: 7, notTaken: 2 }),
      toResident: () => Promise.resolve(told.notArrived.next),
    },
    zaloConsent: {
      begin: (redirectUri) => {
        consent.begun.push(redirectUri);
        return { url: 'https://oauth.zalo.example/permission', state: 'state-1', verifier: 'verifier-1' };
      },
      finish: (begun, query) => {
        consent.finished.push({ begun, query });
        return Promise.resolve(consent.next);
      },
    },
  } satisfies Partial<ConsoleDependencies>;
  return { told, deps };
}
