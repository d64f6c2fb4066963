import { ActivityTypes, BotAdapter, TurnContext } from 'botbuilder-core';
import type { Activity, ConversationReference, ResourceResponse } from 'botbuilder-core';
import type { ChannelName } from '../reports/report.ts';
import type { CollectingAdapter } from './channel.ts';
import { ChannelError } from './channel-error.ts';

type Logic = (context: TurnContext) => Promise<void>;

const MESSAGE: string = ActivityTypes.Message;
const FAILURE = Symbol('failure of the turn');

/**
 * Runs turns without touching the network: what a dialog says is kept, in order, and handed to the caller.
 * Only messages are kept; traces carry a copy of the dialog state and are dropped unread.
 */
export abstract class CollectingBotAdapter extends BotAdapter implements CollectingAdapter {
  protected abstract readonly channel: ChannelName;
  readonly #said = new WeakMap<object, Partial<Activity>[]>();

  constructor() {
    super();
    // Outermost, because a turn whose error `onTurnError` took would otherwise look like a turn that went well.
    this.use(async (context, next) => {
      try {
        await next();
      } catch (error) {
        context.turnState.set(FAILURE, { error });
        throw error;
      }
    });
  }

  /** What was said, in order. Rejects with the error of the turn, also when `onTurnError` handled it. */
  async runTurn(activity: Partial<Activity>, logic: Logic): Promise<Partial<Activity>[]> {
    const context = new TurnContext(this, activity);
    const said: Partial<Activity>[] = [];
    this.#said.set(context.turnState, said);
    await this.runMiddleware(context, logic);
    const failure = context.turnState.get<{ error: unknown } | undefined>(FAILURE);
    if (failure !== undefined) throw failure.error;
    return said;
  }

  /** Collects; as many answers as activities, in order. What is not a message gets an empty id. */
  override sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const said = this.#said.get(context.turnState);
    if (said === undefined) {
      return Promise.reject(
        new ChannelError(this.channel, 'not-supported', 'A message was sent outside a collected turn'),
      );
    }
    const responses = activities.map((activity) => {
      if (!isMessage(activity)) return { id: '' };
      said.push(activity);
      return { id: `said-${said.length}` };
    });
    return Promise.resolve(responses);
  }

  /** Neither platform lets a bot change what it said. */
  override updateActivity(): Promise<void> {
    return Promise.reject(
      new ChannelError(this.channel, 'not-supported', 'Changing a sent message is not possible'),
    );
  }

  /** Neither platform lets a bot take back what it said. */
  override deleteActivity(): Promise<void> {
    return Promise.reject(
      new ChannelError(this.channel, 'not-supported', 'Deleting a sent message is not possible'),
    );
  }

  /** What is said is lost here: turns of our own go through `continueTurn`. */
  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: Logic,
  ): Promise<void> {
    await this.continueTurn(reference, logic);
  }

  /** The base class throws; libraries call this variant. The bot's app id has no meaning for our channels. */
  override async continueConversationAsync(
    _botAppId: unknown,
    reference: Partial<ConversationReference>,
    logic: unknown,
    maybeLogic?: Logic,
  ): Promise<void> {
    const run = maybeLogic ?? logic;
    if (!isLogic(run)) {
      throw new ChannelError(this.channel, 'not-supported', 'A continued conversation needs its logic');
    }
    await this.continueTurn(reference, run);
  }

  /** A turn that no message started, in the conversation of `reference`; gives back what was said. */
  async continueTurn(reference: Partial<ConversationReference>, logic: Logic): Promise<Partial<Activity>[]> {
    const start = TurnContext.applyConversationReference(
      { type: ActivityTypes.Event, name: 'ContinueConversation' },
      reference,
      true,
    );
    return this.runTurn(start, logic);
  }
}

function isMessage({ type }: Partial<Activity>): boolean {
  return type === undefined || type === MESSAGE;
}

function isLogic(value: unknown): value is Logic {
  return typeof value === 'function';
}
