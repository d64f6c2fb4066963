import { describe, expect, it } from '@jest/globals';
import { withoutAnonymity } from '../../knowledge/anonymous-wish.ts';
import { decideNow } from '../../knowledge/answer-chain.ts';
import { writtenKnowledge } from '../support/written-knowledge.ts';

const knowledge = writtenKnowledge();

describe('a report that is to be unnamed', () => {
  it.each([
    'tôi muốn báo tin giả ẩn danh',
    'toi muon bao an danh',
    'cho tôi báo ẩn danh vụ đánh bạc',
    'tôi muốn phản ánh trang facebook đăng tin sai, giấu tên tôi nhé',
    'tôi muốn gửi tin tố giác nặc danh về tụ điểm đánh bài online',
  ])('%p is the report that it is', (message) => {
    expect(decideNow(knowledge, message).route).toBe('report');
  });

  it.each([
    'báo tin ẩn danh được không',
    'tôi muốn báo tin ẩn danh có được không',
    'to giac giau ten co duoc giai quyet khong',
    'báo ẩn danh thì làm sao',
    'báo ẩn danh?',
  ])('%p asks about it', (message) => {
    expect(withoutAnonymity(message)).toBeNull();
    expect(decideNow(knowledge, message).slug).toBe('bao-tin-an-danh');
  });

  it.each(['tôi muốn báo tin giả', 'bị đánh ghen', 'danh sách'])('%p says nothing of it', (message) => {
    expect(withoutAnonymity(message)).toBeNull();
  });
});
