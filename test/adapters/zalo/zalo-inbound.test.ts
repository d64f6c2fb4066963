import { describe, expect, it } from '@jest/globals';
import { zaloActivity } from '../../../adapters/zalo/inbound.ts';
import { signPayload, verifyPayload } from '../../../adapters/zalo/button-payload.ts';
import { MAX_BUTTON_PAYLOAD } from '../../../adapters/zalo/wire.ts';
import { NOW, zaloEvent } from './zalo-wire.ts';

const KEY = 'fixture-button-key';
const understood = (name: string, fields: Record<string, unknown>) =>
  zaloActivity(JSON.parse(zaloEvent(name, fields)), KEY);
const withAttachment = (type: string, attachment: unknown, text?: string) =>
  understood(`user_send_${type}`, {
    message: { msg_id: 'm1', ...(text === undefined ? {} : { text }), attachments: [attachment] },
  });

describe('what came over Zalo, as the dialogs see it', () => {
  it('a captured location keeps place and coordinates', () => {
    const payload: unknown = JSON.parse(
      '{"event_name":"user_send_location","app_id":"100000000000000001","sender":{"id":"8300000000000000001"},"recipient":{"id":"1400000000000000001"},"message":{"attachments":[{"payload":{"coordinates":{"latitude":"10.7769000","longitude":"106.7009000"}},"type":"location"}],"text":"Quán Cà Phê Mẫu","msg_id":"b8de00000000000000c0"},"timestamp":"1751100041636","user_id_by_app":"7300000000000000001"}',
    );
    expect(zaloActivity(payload, KEY)).toMatchObject({
      id: 'b8de00000000000000c0',
      text: '',
      timestamp: new Date(1_751_100_041_636),
      attachments: [
        {
          contentType: 'location',
          content: { latitude: 10.7769, longitude: 106.7009, name: 'Quán Cà Phê Mẫu' },
        },
      ],
    });
  });

  it('an image keeps its caption, one without has no words', () => {
    const image = {
      type: 'image',
      payload: { thumbnail: 'https://t/a.jpg', url: 'https://f6.photo.talk.zdn.vn/a.jpg' },
    };
    expect(withAttachment('image', image, 'Ảnh chuyển khoản')?.text).toBe('Ảnh chuyển khoản');
    expect(withAttachment('image', image)).toMatchObject({
      text: '',
      attachments: [
        { contentType: 'image/jpeg', contentUrl: 'https://f6.photo.talk.zdn.vn/a.jpg', name: 'a.jpg' },
      ],
    });
  });

  it('several pictures of one message are several attachments', () => {
    const image = (name: string) => ({ type: 'image', payload: { url: `https://x.zdn.vn/${name}` } });
    const activity = understood('user_send_image', {
      message: { msg_id: 'm1', attachments: [image('1.jpg'), image('2.jpg'), image('3.jpg')] },
    });
    expect(activity?.attachments?.map(({ name }) => name)).toEqual(['1.jpg', '2.jpg', '3.jpg']);
  });

  it.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['mp4', 'video/mp4'],
    ['gif', 'image/gif'],
    ['xyz', 'application/octet-stream'],
  ])('a file of type %s is %s', (type, contentType) => {
    const payload = {
      size: '233947',
      name: `Hợp đồng.${type}`,
      checksum: 'x',
      type,
      url: 'https://x.dlfl.vn/f',
    };
    expect(withAttachment('file', { type: 'file', payload })?.attachments).toMatchObject([
      { contentType, name: `Hợp đồng.${type}`, contentUrl: 'https://x.dlfl.vn/f' },
    ]);
  });

  it('a business card gives name and number', () => {
    const description = '{"phone":"84900000000","qrCodeUrl":"https://qr-talk.zdn.vn/1/2/x.jpg"}';
    const card = { type: 'link', payload: { thumbnail: 'https://x', description, url: 'https://x' } };
    expect(withAttachment('business_card', card, 'Nguyễn Văn A')).toMatchObject({
      text: '',
      attachments: [{ contentType: 'contact', content: { name: 'Nguyễn Văn A', phone: '84900000000' } }],
    });
  });

  it('a business card whose description is not JSON keeps the name', () => {
    const card = { type: 'link', payload: { thumbnail: '', description: 'Số của tôi', url: 'https://x' } };
    expect(withAttachment('business_card', card, 'Nguyễn Văn A')?.attachments).toMatchObject([
      { contentType: 'contact', content: { name: 'Nguyễn Văn A', phone: null } },
    ]);
  });

  it('a shared link is words too, so that it can be checked', () => {
    const link = {
      type: 'link',
      payload: { thumbnail: '', description: 'Nhận quà', url: 'https://lua-dao.example/' },
    };
    expect(withAttachment('link', link)).toMatchObject({
      text: 'https://lua-dao.example/',
      attachments: [{ contentType: 'link', content: { url: 'https://lua-dao.example/', title: 'Nhận quà' } }],
    });
    expect(withAttachment('link', link, 'Trang này có thật không?')?.text).toBe('Trang này có thật không?');
  });

  it.each([
    ['no attachments', []],
    ['an attachment of an unknown type', [{ type: 'hologram', payload: {} }]],
    ['an attachment without payload', [{ type: 'image' }]],
    ['a place without coordinates', [{ type: 'location', payload: { coordinates: { latitude: 'north' } } }]],
    [
      'a place with empty coordinates',
      [{ type: 'location', payload: { coordinates: { latitude: '', longitude: ' ' } } }],
    ],
  ])('%s is a message without attachments', (_what, attachments) => {
    const activity = understood('user_send_image', { message: { msg_id: 'm1', text: 'x', attachments } });
    expect(activity).toMatchObject({ text: 'x', attachments: [] });
  });

  it.each([
    [
      { name: 'Trần Thị B', phone: '84912345678', full_address: { user_ward: 'Phường A', user_city: 'Huế' } },
      'Phường A, Huế',
    ],
    [
      { name: 'Trần Thị B', phone: 84_912_345_678, address: 'Số 1', ward: 'Phường A', city: 'Huế' },
      'Số 1, Phường A, Huế',
    ],
    [{ name: 'Trần Thị B', phone: '84912345678' }, ''],
  ])('submitted data %j is what could have been typed', (info, address) => {
    expect(understood('user_submit_info', { info })?.text).toBe(
      ['Trần Thị B', '0912345678', ...(address === '' ? [] : [address])].join(', '),
    );
  });

  it('a first tap on "Nhắn tin" is an arrival', () => {
    const activity = understood('user_click_chatnow', { oa_id: '1', user_id: '2' });
    expect(activity).toMatchObject({
      type: 'conversationUpdate',
      timestamp: NOW,
      conversation: { id: '1:2' },
      membersAdded: [{ id: '2' }],
    });
  });

  it.each(['user_send_group_text', 'oa_send_text', 'user_withdraw', 'unfollow', 'anonymous_send_text'])(
    '%s is no turn',
    (name) => {
      const fields = {
        message: { msg_id: 'm1', text: 'x' },
        oa_id: '1',
        user_id: '2',
        follower: { id: '2' },
      };
      expect(understood(name, fields)).toBeNull();
    },
  );
});

describe('what a button carries', () => {
  const button = { action: 'menu:report', title: 'Báo tin lừa đảo' };

  it('comes back as it was', () => {
    expect(verifyPayload(signPayload(button, KEY), KEY)).toEqual(button);
  });

  it.each([
    { action: 'tra cứu 100%', title: '' },
    { action: 'a', title: 'Một\nhai' },
  ])('%j comes back too', (other) => {
    expect(verifyPayload(signPayload(other, KEY), KEY)).toEqual(other);
  });

  it('is not believed when anything in it was changed, or under another key', () => {
    const payload = signPayload(button, KEY);
    for (let index = 3; index < payload.length; index += 1) {
      const changed = `${payload.slice(0, index)}${payload[index] === 'x' ? 'y' : 'x'}${payload.slice(index + 1)}`;
      expect(verifyPayload(changed, KEY)).toBeNull();
    }
    expect(verifyPayload(payload, 'another key')).toBeNull();
  });

  it('gives the title up before it grows too long for Zalo', () => {
    const payload = signPayload({ action: 'a'.repeat(900), title: 'Tiêu đề '.repeat(20) }, KEY);
    expect(payload.length).toBeLessThanOrEqual(MAX_BUTTON_PAYLOAD);
    expect(verifyPayload(payload, KEY)).toEqual({ action: 'a'.repeat(900), title: '' });
    expect(() => signPayload({ action: 'ă'.repeat(400), title: '' }, KEY)).toThrow(
      'longer than Zalo carries',
    );
  });

  it('only words of text messages are taken for a tap', () => {
    const text = signPayload(button, KEY);
    expect(understood('user_send_text', { message: { msg_id: 'm1', text } })?.value).toEqual({
      action: 'menu:report',
    });
    expect(understood('user_send_image', { message: { msg_id: 'm1', text } })?.value).toBeUndefined();
  });
});
