import type { Share } from './summary.ts';

export const percent = (value: number): string => (value * 100).toFixed(1);

export const share = (value: Share): string => (value.of === 0 ? '–' : percent(value.share));

export const withInterval = (value: Share): string =>
  value.of === 0
    ? '–'
    : `${percent(value.share)} (${percent(value.low)}–${percent(value.high)}), ${value.right}/${value.of}`;
