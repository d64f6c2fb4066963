import { describe, expect, it } from '@jest/globals';
import type { OutboxDocument } from '../../../bot/road/documents.ts';
import { deliveryOfParts } from '../../../bot/road/thread-delivery.ts';
import type { Delivery } from '../../../reports/report.ts';

describe('What an officer is shown of a message in several parts', () => {
  it.each<[string, readonly OutboxDocument['status'][], Delivery | null]>([
    ['all sent', ['sent', 'sent'], 'sent'],
    ['the second still on its way', ['sent', 'waiting'], null],
    ['of the second nothing is known', ['sent', 'unknown'], null],
    ['all wait for the resident', ['held', 'held'], 'held'],
    ['the second waits for the resident', ['sent', 'held'], 'held'],
    ['the first was refused', ['failed', 'sent'], 'failed'],
    ['one refused, one waiting', ['held', 'failed'], 'failed'],
    ['nothing is known of any', [], null],
  ])('%s', (_name, statuses, shown) => {
    expect(deliveryOfParts(statuses.map((status) => ({ status })))).toBe(shown);
  });
});
