import type { ChatEntry } from '../platform/chat.ts';
import { createDeliveryStates } from './delivery-states.ts';
import type { LiveFeed } from './live-feed.ts';
import type { PhoneLine } from './phone-line.ts';
import { phoneMessage } from './phone-message.ts';
import type { PhoneApp, PhoneMessage } from './phone-message.ts';
import type { PhoneResident, Residents } from './residents.ts';
import type { WireLog } from './wire-log.ts';

interface Conversation {
  readonly messages: readonly PhoneMessage[];
  readonly typing: boolean;
}

/** What the page shows and what it can do. */
export interface PhoneDesk {
  readonly residents: Residents;
  readonly wire: WireLog;
  readonly feed: LiveFeed;
  addResident(): PhoneResident;
  line(app: PhoneApp): PhoneLine;
  conversation(app: PhoneApp, resident: PhoneResident): Conversation;
}

interface Parts {
  readonly residents: Residents;
  readonly wire: WireLog;
  readonly feed: LiveFeed;
  readonly lines: Readonly<Record<PhoneApp, PhoneLine>>;
  readonly onChange: () => void;
  /** A chat shows a file of the platform's media host. */
  readonly onFile: (app: PhoneApp, fileId: string) => void;
}

/** The bot's sign of typing ends by itself, as on a telephone. */
const TYPING_MS = 20_000;
const MEDIA_PATH = /\/media\/([\da-f-]{36})\//u;

/** Joins both apps to the open pages: whatever happens on a line is told at once. */
export function createPhoneDesk(parts: Parts): PhoneDesk {
  const { residents, wire, feed, lines, onChange, onFile } = parts;
  const states = createDeliveryStates();
  const typingSince = new Map<string, number>();
  const isTyping = (app: PhoneApp, userId: string) =>
    Date.now() - (typingSince.get(`${app}:${userId}`) ?? 0) < TYPING_MS;

  const bubble = (entry: ChatEntry) =>
    phoneMessage(entry, entry.from === 'resident' ? states.of(entry.id) : 'received');

  function tell(app: PhoneApp, userId: string, entry: ChatEntry): void {
    const resident = residents.byUserId(app, userId);
    if (resident === null) return;
    const message = bubble(entry);
    feed.publish({ type: 'message', app, residentId: resident.id, message });
  }

  function watch(line: PhoneLine): void {
    const { app } = line;
    line.subscribe(({ userId, entry }) => {
      if (entry.from === 'resident') states.isSent(entry.id);
      tell(app, userId, entry);
      const fileId = MEDIA_PATH.exec(entry.media?.url ?? '')?.[1];
      if (fileId !== undefined) onFile(app, fileId);
      onChange();
    });
    line.deliveries.subscribe(({ body, at, durationMs, retries, status }) => {
      const { title, messageId } = line.describe(body);
      const again = retries === 0 ? '' : ` (lần ${retries + 1})`;
      wire.add({
        app,
        direction: 'webhook',
        at,
        title: `${title}${again}`,
        status,
        durationMs,
        request: body,
        answer: '',
      });
      const changed = messageId !== null && states.isAnswered(messageId, status === 200);
      if (changed) feed.publish({ type: 'state', app, messageId, state: states.of(messageId) });
    });
    line.onTyping((userId, on) => {
      if (on) typingSince.set(`${app}:${userId}`, Date.now());
      else typingSince.delete(`${app}:${userId}`);
      const resident = residents.byUserId(app, userId);
      if (resident !== null) feed.publish({ type: 'typing', app, residentId: resident.id, on });
    });
  }

  watch(lines.zalo);
  watch(lines.messenger);
  return {
    residents,
    wire,
    feed,
    addResident() {
      const added = residents.add();
      feed.publish({ type: 'residents', residents: residents.list().map(({ id, name }) => ({ id, name })) });
      onChange();
      return added;
    },
    line: (app) => lines[app],
    conversation: (app, resident) => ({
      messages: lines[app].transcript(resident.userIds[app]).map(bubble),
      typing: isTyping(app, resident.userIds[app]),
    }),
  };
}
