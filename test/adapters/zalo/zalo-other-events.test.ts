import { describe, expect, it } from '@jest/globals';
import { createZaloChannel } from '../../../adapters/zalo/index.ts';
import { OA_ID, USER_ID, zaloEvent, zaloOptions, zaloSign } from './zalo-wire.ts';

/** Every event that Zalo documents, or that its console lists, beside those that `zalo-webhook.test.ts` gives a meaning. */
const GROUP_TYPES = [
  'text', 'image', 'link', 'audio', 'video', 'business_card', 'sticker', 'gif', 'file', 'location',
]; // prettier-ignore
const ANONYMOUS_TYPES = [
  'text', 'image', 'file', 'sticker', 'gif', 'link', 'audio', 'video', 'location', 'business_card',
]; // prettier-ignore
const NAMES = [
  ...GROUP_TYPES.flatMap((type) => [`user_send_group_${type}`, `oa_send_group_${type}`]),
  ...ANONYMOUS_TYPES.map((type) => `anonymous_send_${type}`),
  ...['text', 'image', 'file', 'sticker'].map((type) => `oa_send_anonymous_${type}`),
  'anonymous_reacted_message', 'oa_reacted_message',
  'add_user_to_tag', 'remove_user_from_tag', 'remove_tag', 'update_user_info',
  'widget_interaction_accepted', 'widget_failed_to_sync_user_external_id',
  'oa_send_consent', 'user_reply_consent', 'oa_call_user', 'user_call_oa',
  'shop_has_order', 'extension_purchased',
  'change_template_status', 'change_template_quality', 'change_template_quota', 'change_oa_daily_quota',
  'change_oa_template_tags', 'user_feedback', 'user_click_response_button', 'event_journey_acknowledged',
  'event_journey_time_out',
  'create_group', 'user_join_group', 'user_request_join_group', 'add_group_admin', 'remove_group_admin',
  'update_group_info', 'user_out_group', 'user_leave_group', 'delete_group', 'disperse_group',
  'accept_request_join_group', 'reject_request_join_group', 'react_request_join_group',
  'react_request_join_group_accept', 'react_request_join_group_reject',
]; // prettier-ignore

const channel = createZaloChannel(zaloOptions());

describe('what Zalo tells beside the talk with one resident', () => {
  it.each(NAMES)('%s is taken, counted under its name and no turn', (name) => {
    // the fields of every family at once: whichever it has, it must not be taken for a resident's words
    const body = zaloEvent(name, {
      oa_id: OA_ID,
      user_id: USER_ID,
      follower: { id: USER_ID },
      message: { msg_id: 'm1', msg_ids: ['m1'], text: 'Xin chào', conversation_id: 'c1' },
      tag: { user_ids: [USER_ID], name: 't' },
      info: { name: 'Trần Thị B' },
    });
    expect(channel.receive(Buffer.from(body), zaloSign(body))).toMatchObject({
      ok: true,
      events: [{ kind: 'ignored', name, from: null }],
    });
    expect(channel.toActivity(JSON.parse(body))).toBeNull();
  });
});
