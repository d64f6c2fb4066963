import type { GraphClient, GraphReply } from './client.ts';
import { GET_STARTED_PAYLOAD, profileReplySchema, subscriptionsSchema } from './wire.ts';
import type { PageProfile } from './wire.ts';

/** What a Page shows before the first message. Actions are those of buttons. */
interface PageFace {
  /** At most 160 characters. */
  readonly greeting: string;
  /** At most 4; Meta shows them in place of "Get started". */
  readonly questions: readonly { readonly question: string; readonly action: string }[];
  /** At most 20. */
  readonly menu: readonly MenuItem[];
}

type MenuItem =
  { readonly title: string; readonly action: string } | { readonly title: string; readonly url: string };

/** Whether it worked; otherwise Meta's code, or what kept the call from being answered. */
type ProfileOutcome = { readonly ok: true } | { readonly ok: false; readonly code: string };

export interface PageSetup {
  /** Sets greeting, "Get started", menu and questions, and removes the questions when there are none. */
  setFace(face: PageFace): Promise<ProfileOutcome>;
  /** Null when Meta did not answer. */
  readFace(): Promise<PageProfile | null>;
  /** Subscribes the app to everything this product reads; needs pages_manage_metadata. */
  subscribe(): Promise<ProfileOutcome>;
  /** What the app is subscribed to; empty when Meta has unsubscribed it, null when Meta did not answer. */
  subscriptions(): Promise<readonly string[] | null>;
}

/** M-5 and M-8 of the reference; without `response_feedback`, which would put thumbs under every message. */
export const SUBSCRIBED_FIELDS = [
  'messages',
  'messaging_postbacks',
  'messaging_referrals',
  'messaging_optins',
  'message_echoes',
  'message_edits',
  'message_reactions',
  'message_reads',
  'message_deliveries',
  'messaging_handovers',
  'standby',
  'messaging_policy_enforcement',
] as const;

const LOCALE = 'default';

/** The settings of one Page; `appId` tells our subscriptions from those of other apps on it. Every part of the profile has a text for the locale "default", the only one we write. */
export function createPageSetup(graph: GraphClient, pageId: string, appId: string | null): PageSetup {
  return {
    async setFace(face) {
      const set = outcomeOf(
        await graph.call('POST', `${pageId}/messenger_profile`, { json: profileOf(face) }),
      );
      if (!set.ok || face.questions.length > 0) return set;
      const json = { fields: ['ice_breakers'] };
      return outcomeOf(await graph.call('DELETE', `${pageId}/messenger_profile`, { json }));
    },
    async readFace() {
      const fields = 'get_started,greeting,ice_breakers,persistent_menu';
      const reply = await graph.call('GET', `${pageId}/messenger_profile?fields=${fields}`, {});
      const profile = reply.kind === 'done' ? profileReplySchema.safeParse(reply.body) : null;
      return profile?.success === true ? (profile.data.data[0] ?? {}) : null;
    },
    async subscribe() {
      const fields = SUBSCRIBED_FIELDS.join(',');
      return outcomeOf(await graph.call('POST', `${pageId}/subscribed_apps?subscribed_fields=${fields}`, {}));
    },
    async subscriptions() {
      const reply = await graph.call('GET', `${pageId}/subscribed_apps`, {});
      const apps = reply.kind === 'done' ? subscriptionsSchema.safeParse(reply.body) : null;
      if (apps?.success !== true) return null;
      const ours = apps.data.data.filter(({ id }) => appId === null || id === appId);
      return ours.flatMap((app) => app.subscribed_fields ?? []);
    },
  };
}

function profileOf({ greeting, questions, menu }: PageFace): PageProfile {
  const call_to_actions = menu.map((item) =>
    'url' in item
      ? { type: 'web_url' as const, title: item.title, url: item.url }
      : { type: 'postback' as const, title: item.title, payload: item.action },
  );
  const breakers = questions.map(({ question, action }) => ({ question, payload: action }));
  return {
    get_started: { payload: GET_STARTED_PAYLOAD },
    greeting: [{ locale: LOCALE, text: greeting }],
    persistent_menu: [{ locale: LOCALE, composer_input_disabled: false, call_to_actions }],
    ...(breakers.length === 0 ? {} : { ice_breakers: [{ locale: LOCALE, call_to_actions: breakers }] }),
  };
}

function outcomeOf(reply: GraphReply): ProfileOutcome {
  if (reply.kind === 'done') return { ok: true };
  if (reply.kind === 'outcome')
    return { ok: false, code: reply.outcome.kind === 'sent' ? '' : reply.outcome.code };
  const { code, subcode } = reply.failure;
  return { ok: false, code: subcode === null ? String(code) : `${code}/${subcode}` };
}
