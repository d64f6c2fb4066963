import { describe, expect, it } from '@jest/globals';
import { findApproachChannels } from '../../../reports/parsing/approach-channel.ts';
import { findEmails } from '../../../reports/parsing/email.ts';
import { findLinks } from '../../../reports/parsing/link.ts';
import { findSocials } from '../../../reports/parsing/social.ts';
import { LINK_CASES } from './link-cases.ts';
import { SOCIAL_CASES } from './social-cases.ts';

describe('web addresses', () => {
  it.each(LINK_CASES)('%p', (text, links) => {
    expect(findLinks(text).map(({ value }) => value)).toEqual(links);
  });

  it('are shown with their dots put back, and found where they stand', () => {
    const text = 'vào hxxps://doidiem-vcb[.]top/abc, nhé';
    const [link] = findLinks(text);
    expect(link?.display).toBe('doidiem-vcb.top/abc');
    expect(text.slice(link?.start, link?.end)).toBe('hxxps://doidiem-vcb[.]top/abc');
  });
});

describe('social accounts', () => {
  it.each(SOCIAL_CASES)('%p', (text, socials) => {
    expect(findSocials(text).map(({ value }) => value)).toEqual(socials);
  });
});

describe('e-mail addresses', () => {
  it.each([
    ['abc@gmail.com', ['abc@gmail.com']],
    ['gửi về Ho.Tro+1@VCB-Support.Top.', ['ho.tro+1@vcb-support.top']],
    ['a@b.com, c@d.vn', ['a@b.com', 'c@d.vn']],
    ['@nguyenvana', []],
    ['abc@localhost', []],
    ['abc@xyz.khongco', []],
  ])('%p', (text, emails) => {
    expect(findEmails(text).map(({ value }) => value)).toEqual(emails);
  });
});

describe('the channel of the approach', () => {
  it.each([
    ['có số lạ gọi điện cho em', ['call']],
    ['no goi cho toi xung cong an', ['call']],
    ['nhận cuộc gọi xưng là nhân viên điện lực', ['call']],
    ['nhắn tin zalo cho mẹ em', ['zalo']],
    ['kết bạn zl', ['zalo']],
    ['lừa trên facebook', ['facebook']],
    ['bán hàng trên fb', ['facebook']],
    ['nhắn mess', ['facebook']],
    ['rủ vào nhóm telegram', ['telegram']],
    ['rủ vào nhóm tele', ['telegram']],
    ['xem trên tiktok', ['tiktok']],
    ['tin nhắn sms của ngân hàng', ['sms']],
    ['tin nhắn từ ngân hàng gửi', ['sms']],
    ['bảo tải app', ['website']],
    ['vào trang web đó', ['website']],
    ['nó đến tận nhà tôi', ['in-person']],
    ['gặp trực tiếp ngoài quán', ['in-person']],
    ['gọi điện rồi kết bạn zalo bảo tải app', ['call', 'zalo', 'website']],
    ['fb quen nhau xong qua tele', ['facebook', 'telegram']],
    ['tôi bị lừa', []],
    ['', []],
  ])('%p', (text, channels) => {
    expect(findApproachChannels(text)).toEqual(channels);
  });
});
