import { describe, expect, it } from '@jest/globals';
import { reportScene } from './report-scene.ts';
import type { Fields } from './visitor.ts';

describe('forms of the report’s page that nobody was shown', () => {
  const scene = reportScene();

  it.each<[string, Fields]>([
    ['trang-thai', {}],
    ['trang-thai', { seen: 'new', to: 'deleted', note: '' }],
    ['trang-thai', { seen: 'new', to: ['received', 'rejected'], note: '' }],
    ['trang-thai', { seen: 'new', to: 'received', note: 'x'.repeat(5_000) }],
    ['muc', { seen: 'P2', to: 'P9' }],
    ['nhom', { seen: 'C01', to: 'C77' }],
    ['phan-loai', { seen: '', to: 'toi-ac' }],
    ['giao', { seen: '', to: 'somebody-else' }],
    ['ghi-chu', {}],
    ['ghi-chu', { text: ['a', 'b'] }],
    ['ghi-chu', { text: 'x'.repeat(90_000) }],
    ['nhan', { text: 'không có mã' }],
    ['nhan', { messageId: '../../x', text: 'mã lạ' }],
    ['nhan', { messageId: ['a', 'b'], text: 'hai mã' }],
  ])('%s with %j is answered clearly and changes nothing', async (form, fields) => {
    const answer = await scene.officer.post(`${scene.path}/${form}`, fields);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Biểu mẫu thiếu hoặc sai');
    expect(await scene.stored()).toEqual(scene.report);
    expect(await scene.sentHere()).toEqual([]);
  });

  it.each(['khong-co', '../../etc', "' || 1==1", 'x'.repeat(500)])('the id %s is no report', async (id) => {
    expect((await scene.officer.get(`/console/bao-cao/${encodeURIComponent(id)}`)).status).toBe(404);
    expect(
      (await scene.officer.post(`/console/bao-cao/${encodeURIComponent(id)}/ghi-chu`, { text: 'x' })).status,
    ).toBe(404);
  });
});
