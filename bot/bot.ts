import { setTimeout } from 'node:timers/promises';
import { ActivityTypes, TeamsActivityHandler, type Activity, type CloudAdapter, type TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { openPatience } from '../src/domain/waiting.ts';
import { languageOf } from '../src/domain/words.ts';
import {
  claimActivity,
  forgetConversation,
  greetAnew,
  rememberConversation,
} from '../src/features/conversations/actions.ts';
import { readActivity, type CardAction, type Incoming, type Message } from './activities.ts';
import { attachmentOf, cardContentType } from './attachment.ts';
import { answerButton, answerMessage } from './dispatch.ts';
import { hurried } from './hurry.ts';
import { greet } from './install.ts';
import { waitAskedFor, withoutRetries } from './messenger.ts';
import { silent, type Desk, type Reply } from './turn.ts';
import { wording } from './wording.ts';

type Seen = Exclude<Incoming, { kind: 'ignored' }>;

/** Words of an answer to a pressed button that are shown to the presser alone. */
const messageContentType = 'application/vnd.microsoft.activity.message';

/** Where botbuilder ends: its turns become our own words on the way in, and our replies its calls on the way out. */
export class LarprojektBot extends TeamsActivityHandler {
  readonly #desk: Desk;
  readonly #patientDesk: Desk;

  constructor(desk: Desk) {
    super();
    this.#patientDesk = desk;
    this.#desk = { ...desk, tools: hurried(desk.tools) };
  }

  protected override async onTurnActivity(context: TurnContext): Promise<void> {
    const incoming = readActivity(context.activity);
    if (incoming.kind === 'ignored') {
      this.#desk.tools.log.debug({ why: incoming.why }, 'activity left alone');
      return super.onTurnActivity(context);
    }
    const reply = await this.#answer(incoming);
    const random = (): number => this.#desk.tools.ids.fraction();
    const failed = (cause: unknown): void => this.#desk.tools.log.warn({ err: cause }, 'a card was not updated');
    try {
      await deliver({ context, incoming, patiently: patience(random), failed }, reply);
    } catch (cause) {
      if (incoming.kind === 'installed') await greetAnew(this.#desk.tools, incoming.place);
      throw cause;
    }
  }

  /** A fault is told to whoever waits, and to the log: the Bot Service would only show "something went wrong". */
  async #answer(incoming: Seen): Promise<Reply> {
    try {
      return await this.#handle(incoming);
    } catch (cause) {
      this.#desk.tools.log.error({ err: cause, activity: incoming.kind }, 'the bot failed');
      if (incoming.kind === 'installed') await greetAnew(this.#desk.tools, incoming.place);
      if (incoming.kind !== 'message' && incoming.kind !== 'cardAction') return silent;
      return { kind: 'text', text: wording[languageOf(incoming.locale)].fault };
    }
  }

  async #handle(incoming: Seen): Promise<Reply> {
    const { tools, tenants } = this.#desk;
    const { place } = incoming;
    const words = wording[languageOf(incoming.locale)];
    if (!tenants.includes(place.tenantId))
      return isAddressed(incoming) ? { kind: 'text', text: words.otherTenant } : silent;
    // An answer to an evaluation leaves no trace of who pressed when; the answered-mark is what stops a second one.
    if (incoming.kind === 'cardAction' && incoming.verb === 'evaluation.answer')
      return answerButton(this.#desk, incoming);
    const isNew =
      incoming.activityId === '' || (await claimActivity(tools, { ...place, activityId: incoming.activityId }));
    if (!isNew) return incoming.kind === 'cardAction' ? { kind: 'text', text: words.received } : silent;
    if (incoming.kind === 'removed') {
      await forgetConversation(tools, place);
      return silent;
    }
    await rememberConversation(tools, { ...place, oid: partnerOf(incoming) });
    // The greeting comes once and links the project: better late than without knowing who brought the bot.
    if (incoming.kind === 'installed') return greet(this.#patientDesk, incoming);
    if (incoming.kind === 'cardAction') return answerButton(this.#desk, incoming);
    if (incoming.kind === 'message' && isAddressed(incoming)) return answerMessage(this.#desk, incoming);
    return silent;
  }
}

/** In a personal chat everything is for the bot, elsewhere what mentions it. */
function isAddressed(incoming: Seen): incoming is Message | CardAction {
  if (incoming.kind === 'cardAction') return true;
  return incoming.kind === 'message' && (incoming.place.kind === 'personal' || incoming.mentioned);
}

function partnerOf(incoming: Seen): string | null {
  if (incoming.place.kind !== 'personal') return null;
  if (incoming.kind === 'installed') return incoming.by?.oid ?? null;
  return 'person' in incoming ? incoming.person.oid : null;
}

const mostTries = 6;
/** After a broken connection, in milliseconds: somebody is waiting. */
const shortWait = 200;

type Patiently = (work: () => Promise<unknown>) => Promise<void>;

/**
 * A reply that Teams has no room for at the moment (429) was not posted, so it is sent again. So is one whose outcome is
 * unknown: whoever asked should rather see the answer twice than not at all.
 */
function patience(random: () => number): Patiently {
  const waits = openPatience(random);
  return async (work) => {
    for (let tries = 1; ; tries += 1) {
      try {
        await work();
        return;
      } catch (cause) {
        const seconds = waitAskedFor(cause, waits);
        if (tries === mostTries || (seconds === undefined && isNo(cause))) throw cause;
        await setTimeout(seconds === undefined ? shortWait : seconds * 1000);
      }
    }
  };
}

/** Teams understood and refuses: asking again changes nothing. */
function isNo(cause: unknown): boolean {
  const status = typeof cause === 'object' && cause !== null && 'statusCode' in cause ? cause.statusCode : undefined;
  return typeof status === 'number' && status < 500;
}

interface Turn {
  readonly context: TurnContext;
  readonly incoming: Seen;
  readonly patiently: Patiently;
  /** Told of what could not be shown, when nobody waits for it. */
  readonly failed: (cause: unknown) => void;
}

async function deliver(turn: Turn, reply: Reply): Promise<void> {
  const { context, incoming, patiently } = turn;
  const client = context.turnState.get<ConnectorClient | undefined>(
    (context.adapter as CloudAdapter).ConnectorClientKey,
  ); // the only adapter there is
  if (client !== undefined) withoutRetries(client);
  if (incoming.kind === 'cardAction' && incoming.via === 'execute') return answerInvoke(turn, incoming, reply);
  if (reply.kind === 'silent') return;
  if (reply.kind === 'several') {
    for (const one of reply.replies) await deliver(turn, one);
    return;
  }
  if (incoming.kind === 'cardAction' && reply.kind === 'card' && incoming.cardId !== null)
    return patiently(() => context.updateActivity(cardMessage(context, incoming.cardId ?? '', reply)));
  await patiently(() => context.sendActivity(messageOf(reply)));
}

async function answerInvoke({ context, patiently, failed }: Turn, pressed: CardAction, reply: Reply): Promise<void> {
  const body =
    reply.kind === 'card'
      ? { statusCode: 200, type: cardContentType, value: reply.card }
      : { statusCode: 200, type: messageContentType, value: reply.kind === 'text' ? reply.text : '' };
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
  // In a personal chat the one who presses is everybody: without an update the old card is back after a reload.
  const isOnlySeen = pressed.trigger === 'automatic';
  const isForAll = !isOnlySeen && reply.kind === 'card' && (reply.toAll === true || pressed.place.kind === 'personal');
  if (!isForAll || pressed.cardId === null) return;
  // What was pressed has been done and answered: an update that fails must not say otherwise.
  await patiently(() => context.updateActivity(cardMessage(context, pressed.cardId ?? '', reply))).catch(failed);
}

function messageOf(reply: Exclude<Reply, { kind: 'silent' | 'several' }>): Partial<Activity> {
  if (reply.kind === 'text') return { type: ActivityTypes.Message, text: reply.text, textFormat: 'markdown' };
  return { type: ActivityTypes.Message, summary: reply.summary, attachments: [attachmentOf(reply.card)] };
}

function cardMessage(context: TurnContext, id: string, reply: Extract<Reply, { kind: 'card' }>): Partial<Activity> {
  return { ...messageOf(reply), id, conversation: context.activity.conversation };
}
