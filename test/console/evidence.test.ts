import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { Evidence, Report } from '../../reports/report.ts';
import { evidenceOf } from '../reports/report-builder.ts';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import type { Visitor } from './visitor.ts';
import { signedIn } from './visitor.ts';

const GPS_IN_EXIF = {
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '12/1 1/1 52/1' },
  IFD0: { Make: 'SECRET-PHONE' },
};

describe('evidence', () => {
  let server: ConsoleServer;
  let officer: Visitor;
  let report: Report;
  const items = new Map<string, Evidence>();
  beforeAll(async () => {
    server = await startConsole();
    ({ visitor: officer } = await signedIn(server, 'officer'));
    const photo = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#aa3333' } })
      .withExif(GPS_IN_EXIF)
      .jpeg()
      .toBuffer();
    const put = async (name: string, kind: Evidence['kind'], mediaType: string, bytes: Uint8Array) => {
      const id = server.deps.newId();
      items.set(
        name,
        await server.deps.evidence.put({ id, kind, name, mediaType, bytes, arrivedAt: server.clock.now }),
      );
    };
    await put('photo.jpg', 'image', 'image/jpeg', photo);
    await put('broken.jpg', 'image', 'image/jpeg', Buffer.from('not a picture'));
    await put('page.html', 'file', 'text/html', Buffer.from('<script>alert(1)</script>'));
    await put('drawing.svg', 'image', 'image/svg+xml', Buffer.from('<svg onload="alert(1)"/>'));
    await put('voice.mp3', 'audio', 'audio/mpeg', Buffer.from('0123456789'));
    items.set('lost.jpg', evidenceOf({ state: 'failed', sha256: null, sizeBytes: null, note: 'gone' }));
    items.set('odd.jpg', evidenceOf({ state: 'failed', sha256: null, sizeBytes: null, note: 'http-error' }));
    report = await server.addReport({ evidence: [...items.values()] });
  });
  afterAll(() => server.close());

  const idOf = (name: string): string => items.get(name)!.id;
  const pathOf = (name: string): string => `/console/bao-cao/${report.id}/chung-cu/${idOf(name)}`;
  const bytesAt = async (path: string): Promise<Buffer> => {
    const response = await fetch(`${server.url}${path}`, { headers: { cookie: officer.cookie() } });
    return Buffer.from(await response.arrayBuffer());
  };
  const lastAct = async () => {
    const [entry] = await server.deps.audit.ofSubject(`report:${report.id}`, 1);
    return [entry?.action, entry?.detail];
  };

  it('a photo is shown re-drawn, smaller and without what the camera hid in it', async () => {
    const preview = await sharp(await bytesAt(pathOf('photo.jpg'))).metadata();
    expect([preview.format, preview.width, preview.height]).toEqual(['webp', 1600, 800]);
    expect(preview.exif).toBeUndefined();
    expect(await lastAct()).toEqual(['evidence-viewed', idOf('photo.jpg')]);
    const thumbnail = await sharp(await bytesAt(`${pathOf('photo.jpg')}?nho=1`)).metadata();
    expect(thumbnail.width).toBe(360);
  });

  it('what is sent may not run, load or be taken for something else', async () => {
    for (const name of ['photo.jpg', 'voice.mp3']) {
      const { headers } = await officer.get(pathOf(name));
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it.each(['page.html', 'drawing.svg'])('%s is never shown, only offered with a warning', async (name) => {
    const answer = await officer.get(pathOf(name));
    expect(answer.location).toBe(`${pathOf(name)}/goc`);
    const warning = await officer.get(`${pathOf(name)}/goc`);
    expect(warning.text).toContain('có thể chứa mã độc');
    const original = await officer.post(`${pathOf(name)}/goc`);
    expect(original.headers.get('content-type')).toBe('application/octet-stream');
    expect(original.headers.get('content-disposition')).toMatch(
      /^attachment; filename=[A-Z0-9]{4}-[A-Z0-9]{4}-chung-cu-\d\.bin$/,
    );
    expect(await lastAct()).toEqual(['evidence-downloaded', idOf(name)]);
  });

  it('the original that leaves is byte for byte what came', async () => {
    await officer.get(`${pathOf('photo.jpg')}/goc`);
    const response = await fetch(`${server.url}${pathOf('photo.jpg')}/goc`, {
      method: 'POST',
      headers: { cookie: officer.cookie(), 'x-csrf-token': officer.csrf()! },
    });
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256')
      .update(Buffer.from(await response.arrayBuffer()))
      .digest('hex');
    expect(hash).toBe(items.get('photo.jpg')!.sha256);
  });

  it('a picture that cannot be decoded says so', async () => {
    const answer = await officer.get(pathOf('broken.jpg'));
    expect([answer.status, answer.text]).toEqual([
      415,
      'Tệp này không xem trước được. Bạn có thể tải bản gốc.',
    ]);
  });

  it('a recording is played from where the player asks, as one look', async () => {
    const before = (await server.deps.audit.ofSubject(`report:${report.id}`, 100)).length;
    const whole = await officer.get(pathOf('voice.mp3'), { range: 'bytes=0-' });
    const rest = await officer.get(pathOf('voice.mp3'), { range: 'bytes=4-6' });
    expect([whole.status, whole.text]).toEqual([206, '0123456789']);
    expect([rest.status, rest.text, rest.headers.get('content-range')]).toEqual([206, '456', 'bytes 4-6/10']);
    expect((await server.deps.audit.ofSubject(`report:${report.id}`, 100)).length).toBe(before + 1);
  });

  it.each([
    ['voice.mp3', 'bytes=1-'],
    ['voice.mp3', 'bytes=1-4,5-'],
    ['photo.jpg', 'bytes=9-'],
    ['photo.jpg', 'pages=1-'],
  ])('asking for a part of %s (%s) is a look, where nobody opened it before', async (name, range) => {
    const { visitor: colleague, member } = await signedIn(server, 'officer');
    expect((await colleague.get(pathOf(name), { range })).status).toBeLessThan(300);
    const [entry] = await server.deps.audit.ofSubject(`report:${report.id}`, 1);
    expect(entry).toMatchObject({ action: 'evidence-viewed', detail: idOf(name), staffId: member.id });
  });

  it('a file that could not be fetched is named with the reason', async () => {
    const page = await officer.get(`/console/bao-cao/${report.id}`);
    expect(page.text).toContain('Kênh đã xóa tệp trước khi tải được');
    expect(page.text).toContain('Không tải được từ kênh');
    expect(page.text).not.toContain('http-error');
    expect((await officer.get(pathOf('lost.jpg'))).status).toBe(404);
  });

  describe('what a machine read in a picture', () => {
    const WORDS = 'Chuyển tiền thành công\n15.000.000 VND\n<b>0123456789012</b>\nVIETCOMBANK';
    const pageWith = async (words: string | null): Promise<string> => {
      await server.deps.pictureWords.keep(idOf('photo.jpg'), words);
      return (await officer.get(`/console/bao-cao/${report.id}`)).text;
    };

    it('is shown to officers as unverified, as text and nothing else', async () => {
      const page = await pageWith(WORDS);
      expect(page).toContain('Máy đọc được, chưa kiểm chứng');
      expect(page).toContain('15.000.000 VND\n&lt;b>0123456789012&lt;/b>');
      expect(page).not.toContain('<b>0123456789012');
    });

    it('is no trace that other reports are linked by', async () => {
      await server.addReport({
        indicators: [{ kind: 'account', value: ':0123456789012', display: '0123456789012' }],
      });
      const page = await pageWith(WORDS);
      expect(page.match(/0123456789012/g)).toHaveLength(1);
    });

    it('is cut where it is longer than a receipt', async () => {
      const page = await pageWith('a'.repeat(50_000));
      expect(/a{100,}/.exec(page)?.[0]).toHaveLength(2_000);
    });

    it('is not mentioned where nothing was read', async () => {
      expect(await pageWith(null)).not.toContain('Máy đọc được');
    });
  });

  it('evidence is found only under its own report', async () => {
    const other = await server.addReport();
    for (const path of ['', '/goc']) {
      const answer = await officer.get(`/console/bao-cao/${other.id}/chung-cu/${idOf('photo.jpg')}${path}`);
      expect(answer.status).toBe(404);
    }
    expect(
      (await officer.post(`/console/bao-cao/${other.id}/chung-cu/${idOf('photo.jpg')}/goc`)).status,
    ).toBe(404);
  });

  it('pictures that may hurt are covered until asked for', async () => {
    const evidence = [items.get('photo.jpg')!];
    const child = await server.addReport({ category: 'C08', evidence });
    expect((await officer.get(`/console/bao-cao/${child.id}`)).text).toContain('<details class="covered">');
    expect((await officer.get(`/console/bao-cao/${report.id}`)).text).not.toContain(
      '<details class="covered">',
    );
  });
});
