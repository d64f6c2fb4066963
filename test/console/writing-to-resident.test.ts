import { describe, expect, it } from '@jest/globals';
import { addToReport } from '../../reports/add-to-report.ts';
import { ADDRESS, changed } from '../reports/report-builder.ts';
import { COMMUNE } from './console-server.ts';
import { reportScene } from './report-scene.ts';

describe('what an officer writes to the resident on the report’s page', () => {
  const scene = reportScene();

  it('a message goes to the thread and to the resident, once, however often the form is sent', async () => {
    const messageId = scene.server.deps.newId();
    const fields = { messageId, text: 'Anh chị cho biết giờ chuyển tiền?' };
    for (let times = 0; times < 2; times += 1) {
      const { location } = await scene.officer.post(`${scene.path}/nhan`, fields);
      // back to the words and how far they got, not to the top of the page
      expect(location).toBe(`${scene.path}?xong=resident-written#thread`);
    }
    expect((await scene.stored()).messages).toEqual([
      expect.objectContaining({ id: messageId, delivery: 'waiting' }),
    ]);
    expect(await scene.sentHere()).toEqual([
      {
        address: ADDRESS,
        author: 'officer',
        text: `Cán bộ ${COMMUNE} nhắn về hồ sơ ${scene.report.code}:\nAnh chị cho biết giờ chuyển tiền?`,
        report: { reportId: scene.report.id, messageId },
      },
    ]);
    expect(await scene.acts()).toEqual(['resident-written']);
  });

  it('colleagues see who wrote to the resident, the resident does not', async () => {
    await scene.officer.post(`${scene.path}/nhan`, { messageId: 'm-2', text: 'Chào anh chị' });
    expect((await scene.officer.get(scene.path)).text).toMatch(
      new RegExp(`class="message-head"><b><bdi class="outside">${scene.member.name}`),
    );
    for (const { text } of await scene.sentHere()) expect(text).not.toContain(scene.member.name);
  });

  it('says beforehand whether a message goes out now or waits', async () => {
    expect((await scene.officer.get(scene.path)).text).toContain('Tin sẽ gửi ngay');
    scene.server.forecast.next = 'held';
    expect((await scene.officer.get(scene.path)).text).toContain('Tin sẽ chờ đến khi người dân nhắn lại, vì');
    scene.server.forecast.next = 'nudge';
    const page = (await scene.officer.get(scene.path)).text;
    expect(page.match(/Người dân được báo là có tin mới, không kèm nội dung/g)).toHaveLength(2);
  });

  it('over a channel that is switched off a message waits, and the page says what for', async () => {
    scene.server.forecast.next = 'off';
    await scene.officer.post(`${scene.path}/nhan`, { messageId: 'm-off', text: 'Chào anh chị' });
    expect((await scene.sentHere()).length).toBe(1);
    const page = (await scene.officer.get(scene.path)).text;
    const piece = (await scene.officer.get(`${scene.path}/moi`)).text;
    scene.server.forecast.next = 'now';
    expect(page).toContain('Kênh này đang tắt');
    for (const text of [page, piece]) {
      expect(text).toContain('Chờ kênh được nối lại');
      expect(text).not.toContain('Đang gửi');
    }
  });

  it('says so for the news of a change of status too, which may have to wait when an officer may still write', async () => {
    scene.server.forecast.next = 'now';
    scene.server.forecast.nextOfSystem = 'held';
    const page = (await scene.officer.get(scene.path)).text;
    delete scene.server.forecast.nextOfSystem;
    expect(page).toMatch(/Tin sẽ gửi ngay/);
    expect(page).toMatch(/name="tell"[\s\S]{0,300}Tin sẽ chờ đến khi người dân nhắn lại/);
  });

  it('an empty or overlong message is not sent and comes back', async () => {
    const messageId = scene.server.deps.newId();
    expect((await scene.officer.post(`${scene.path}/nhan`, { messageId, text: '  \n ' })).status).toBe(422);
    const long = 'dài '.repeat(500);
    const answer = await scene.officer.post(`${scene.path}/nhan`, { messageId, text: long });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('dài dài dài');
    expect((await scene.stored()).messages).toEqual([]);
  });

  it('live pieces tell how far messages got and that something came, without what it is', async () => {
    await scene.officer.post(`${scene.path}/nhan`, { messageId: 'm-1', text: 'Chào anh chị' });
    const stamp = /\/moi\?thay=([\d.]+)/.exec((await scene.officer.get(scene.path)).text)?.[1];
    expect((await scene.officer.get(`${scene.path}/moi?thay=${stamp}`)).text).toBe(
      '<span id="delivery-m-1" class="delivery delivery-waiting" hx-swap-oob="true">Đang gửi</span>',
    );
    await scene.server.saveReport(
      changed(
        addToReport(await scene.stored(), {
          messageId: 'r-1',
          text: 'Tôi nhớ ra rồi',
          evidence: [],
          indicators: [],
          now: scene.server.clock.now,
        }),
      ),
    );
    const fresh = (await scene.officer.get(`${scene.path}/moi?thay=${stamp}`)).text;
    expect(fresh).toContain('Hồ sơ vừa có nội dung mới');
    expect(fresh).not.toContain('Tôi nhớ ra rồi');
  });
});
