import { describe, expect, it } from '@jest/globals';
import { messengerActivity } from '../../../adapters/messenger/inbound.ts';
import { NOW, PAGE_ID, PSID } from './messenger-wire.ts';

const understood = (event: Record<string, unknown>) =>
  messengerActivity({ sender: { id: PSID }, recipient: { id: PAGE_ID }, timestamp: NOW.getTime(), ...event });
const withAttachments = (...attachments: unknown[]) => understood({ message: { mid: 'm1', attachments } });

describe('what came over Messenger, as the dialogs see it', () => {
  it('words with their person, place and time', () => {
    expect(understood({ message: { mid: 'm1', text: 'Xin chào', reply_to: { mid: 'm0' } } })).toMatchObject({
      type: 'message',
      id: 'm1',
      text: 'Xin chào',
      replyToId: 'm0',
      timestamp: NOW,
      from: { id: PSID },
      recipient: { id: PAGE_ID },
      conversation: { id: `${PAGE_ID}:${PSID}` },
    });
  });

  it('a tap on a quick reply has its action and its title', () => {
    const message = { mid: 'm1', text: 'Báo tin', quick_reply: { payload: 'menu:report' } };
    expect(understood({ message })).toMatchObject({ text: 'Báo tin', value: { action: 'menu:report' } });
  });

  it.each([
    [{ mid: 'm1', title: 'Báo tin', payload: 'menu:report' }, 'm1'],
    [{ title: 'Báo tin', payload: 'menu:report' }, undefined],
  ])('a tap on a button %j too', (postback, id) => {
    const activity = understood({ postback });
    expect(activity).toMatchObject({ type: 'message', text: 'Báo tin', value: { action: 'menu:report' } });
    expect(activity?.id).toBe(id);
  });

  it('a button of another time without payload is its title', () => {
    const activity = understood({ postback: { title: 'Báo tin' } });
    expect(activity).toMatchObject({ text: 'Báo tin' });
    expect(activity?.value).toBeUndefined();
  });

  it.each([
    ['image', 'image/jpeg'],
    ['video', 'video/mp4'],
    ['audio', 'audio/mp4'],
  ])('a medium of type %s', (type, contentType) => {
    const url = 'https://scontent.xx.fbcdn.net/v/t1/anh.bin?oe=6A1C32D0';
    expect(withAttachments({ type, payload: { url } })).toMatchObject({
      text: '',
      attachments: [{ contentType, contentUrl: url, name: 'anh.bin' }],
    });
  });

  it('a file is guessed by its name', () => {
    const url = 'https://cdn.fbsbx.com/v/h%E1%BB%A3p-%C4%91%E1%BB%93ng.pdf?x=1';
    expect(withAttachments({ type: 'file', payload: { url } })?.attachments).toMatchObject([
      { contentType: 'application/pdf', name: 'hợp-đồng.pdf' },
    ]);
  });

  it('a sticker and its twin are one sticker', () => {
    const payload = { url: 'https://scontent/s.png', sticker_id: 369_239_263_222_822 };
    const activity = withAttachments({ type: 'sticker', payload }, { type: 'image', payload });
    expect(activity?.attachments).toEqual([
      { contentType: 'sticker', content: { id: '369239263222822', url: 'https://scontent/s.png' } },
    ]);
  });

  it('several pictures stay several', () => {
    const image = (name: string) => ({ type: 'image', payload: { url: `https://x.fbcdn.net/${name}` } });
    expect(withAttachments(image('1.jpg'), image('2.jpg'))?.attachments).toHaveLength(2);
  });

  it.each([
    [{ type: 'fallback', title: 'Nhận quà', payload: { url: 'https://lua-dao.example/' } }, 'Nhận quà'],
    [{ type: 'fallback', title: 'Nhận quà', url: 'https://lua-dao.example/' }, 'Nhận quà'],
    [{ type: 'reel', payload: { url: 'https://lua-dao.example/', title: 'Video' } }, 'Video'],
    [{ type: 'post', payload: { url: 'https://lua-dao.example/' } }, ''],
  ])('a shared link %j is words too, so that it can be checked', (attachment, title) => {
    expect(withAttachments(attachment)).toMatchObject({
      text: 'https://lua-dao.example/',
      attachments: [{ contentType: 'link', content: { url: 'https://lua-dao.example/', title } }],
    });
  });

  it.each([
    ['a fallback without payload', { type: 'fallback', title: 'x' }],
    ['a template', { type: 'template', payload: { product: {} } }],
    ['an appointment', { type: 'appointment_booking' }],
  ])('%s is a message without attachments', (_what, attachment) => {
    expect(withAttachments(attachment)).toMatchObject({ type: 'message', text: '', attachments: [] });
  });

  it('an edit is the new words of the same message', () => {
    expect(understood({ message_edit: { mid: 'm1', text: 'mới', num_edit: 1 } })).toMatchObject({
      type: 'messageUpdate',
      id: 'm1',
      text: 'mới',
    });
  });

  it.each([
    [{ referral: { ref: 'r', source: 'SHORTLINK', type: 'OPEN_THREAD' } }],
    [{ postback: { title: 'Bắt đầu', payload: 'get-started' } }],
  ])('%j is an arrival', (event) => {
    expect(understood(event)).toMatchObject({ type: 'conversationUpdate', membersAdded: [{ id: PSID }] });
  });

  it.each([
    [{ message: { mid: 'm1', is_echo: true, text: 'x' } }],
    [{ sender: { user_ref: 'r' }, message: { mid: 'm1', text: 'x' } }],
    [{ read: { watermark: 1 } }],
    [{ reaction: { mid: 'm1', action: 'react' } }],
  ])('%j is no turn', (event) => {
    expect(understood(event)).toBeNull();
  });
});
