import { randomInt } from 'node:crypto';
import { ConversationState } from 'botbuilder-core';
import { createFetchMedia } from '../adapters/media/fetch-media.ts';
import { createConversation } from '../dialogs/conversation.ts';
import { withoutStack } from '../dialogs/kept-state.ts';
import { checkIndicator } from '../reports/indicators/check-indicator.ts';
import { countViews, reportSubject } from '../reports/staff-looks.ts';
import { composeAnswers } from './compose-answers.ts';
import { type Background } from './compose-background.ts';
import { type Channels } from './compose-channels.ts';
import { type LiveKnowledge } from './live-knowledge.ts';
import { createRoad } from './road/compose-road.ts';
import { createEvidenceIntake } from './road/evidence-intake.ts';
import { createLaneStorage } from './road/lane-storage.ts';
import { type Outside } from './outside.ts';

/** Said once when a message could not be worked after every try; staff see the event. */
const APOLOGY =
  'Xin lỗi, hệ thống vừa gặp sự cố với tin nhắn này nên chưa trả lời được. Cán bộ đã được báo. Nếu đang gấp, bạn hãy gọi 113. Bạn có thể nhắn lại hoặc nhắn "menu".';

/** Entries of a report's audit among which its looks are counted. */
const LOOKS_COUNTED = 500;

/** An operator who lists one of these as a host of evidence means a media server on this machine. */
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

interface RoadParts {
  readonly outer: Outside;
  readonly channels: Channels;
  readonly knowledge: LiveKnowledge;
  readonly background: Background;
  readonly publicUrl: string;
  readonly loopback: string;
}

/** The conversation over its knowledge and case file, on the road that brings it its messages. */
export function composeConversation(parts: RoadParts) {
  const { outer, channels, knowledge, publicUrl, loopback } = parts;
  const { pictures, dutyCaller } = parts.background;
  const { config, clock, newId } = outer;
  const storage = createLaneStorage();
  const answers = composeAnswers(config.model, knowledge);
  const state = new ConversationState(storage);
  const conversation = createConversation(
    {
      answers,
      knowledge: knowledge.current,
      reports: outer.reports,
      clock,
      newId,
      randomBelow: (bound) => randomInt(bound),
      pins: outer.pins,
      commune: { ...config.commune, publicUrl },
      staffLooks: async (reportId) =>
        countViews(await outer.audit.ofSubject(reportSubject(reportId), LOOKS_COUNTED)),
      receiptUrl: (code) => `${publicUrl}/bien-nhan/${outer.receipts.token(code)}`,
      missedQuestions: outer.missedQuestions,
      pictures,
      indicators: { check: (indicator) => checkIndicator(outer.indicators, indicator) },
    },
    state,
  );
  const fetchMedia = createFetchMedia({
    hosts: config.evidenceHosts,
    plainHttpOrigins: config.sandbox ? [loopback] : [],
    loopbackHosts: config.evidenceHosts.filter((host) => LOOPBACK_HOSTS.has(host)),
  });
  const road = createRoad({
    ...outer,
    channels: channels.byName,
    wireForms: channels.wireForms,
    storage,
    converse: async (context) => {
      await conversation.run(context);
      // every turn changes its state, if only the time of it: comparing would be in vain
      await state.saveChanges(context, true);
    },
    calm: withoutStack,
    apology: APOLOGY,
    intakeEvidence: createEvidenceIntake({ fetchMedia, store: outer.evidence, clock }),
    onAlert: ({ id, kind, urgency, channel, slug }) => {
      outer.log.warn('duty alert', { eventId: id, kind, code: urgency, channel, name: slug ?? 'report' });
      dutyCaller?.wake();
    },
  });
  return road;
}
