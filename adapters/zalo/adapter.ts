import { CollectingBotAdapter } from '../collecting-adapter.ts';

/** Bot Framework's side of Zalo. */
export class ZaloAdapter extends CollectingBotAdapter {
  protected override readonly channel = 'zalo';
}
