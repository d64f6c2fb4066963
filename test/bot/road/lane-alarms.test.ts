import { describe, expect, it } from '@jest/globals';
import { createLaneAlarms } from '../../../bot/road/lane-alarms.ts';
import { until } from '../../support/until.ts';

describe('Lane alarms', () => {
  const open = (maxSet = 10) => {
    const woken: string[] = [];
    return { woken, alarms: createLaneAlarms((lane) => woken.push(lane), maxSet) };
  };

  it('the last call for a lane counts, and rings once', async () => {
    const { woken, alarms } = open();
    alarms.wakeAfter('a', 3_600_000);
    alarms.wakeAfter('a', 0);
    await until('it rings', () => woken.length > 0);
    alarms.clear();
    expect(woken).toEqual(['a']);
  });

  it('beyond so many no more are set: a platform that is down for everybody costs no more memory', async () => {
    const { woken, alarms } = open(2);
    for (const lane of ['a', 'b', 'c']) alarms.wakeAfter(lane, 3_600_000);
    // one that is set may be changed
    for (const lane of ['b', 'c', 'a']) alarms.wakeAfter(lane, 0);
    await until('both ring', () => woken.length === 2);
    expect(woken.sort()).toEqual(['a', 'b']);
    alarms.wakeAfter('c', 0);
    await until('there is room again', () => woken.includes('c'));
  });
});
