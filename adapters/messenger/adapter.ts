import { CollectingBotAdapter } from '../collecting-adapter.ts';

/** Bot Framework's side of Messenger. */
export class MessengerAdapter extends CollectingBotAdapter {
  protected override readonly channel = 'messenger';
}
