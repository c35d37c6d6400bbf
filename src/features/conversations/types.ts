import type { PersonId } from '../../domain/ids.ts';
import type { ReasonWords } from '../../domain/words.ts';

export type ConversationKind = 'personal' | 'groupChat' | 'channel';

/** A project's two audiences. What is meant for one never goes to the other. */
export type Audience = 'planning' | 'participants';

/** Whom a post is meant for: an audience of the project, or one person's own chat. */
export type Addressee = Audience | { readonly personId: PersonId };

/** A conversation as an inbound activity shows it. A channel goes by its own id, not by that of a thread in it. */
export interface SeenConversation {
  readonly tenantId: string;
  readonly conversationId: string;
  readonly kind: ConversationKind;
  /** Where the connector is to be reached; changes now and then, so every activity renews it. */
  readonly serviceUrl: string;
  readonly botId: string;
  /** Entra group id of the channel's team, as files need it. */
  readonly teamId: string | null;
  /** The other party of a personal chat. */
  readonly oid: string | null;
}

export interface ConversationLink {
  readonly projectId: string;
  readonly audience: Audience;
  readonly conversationId: string;
  readonly kind: ConversationKind;
  readonly teamId: string | null;
  readonly installed: boolean;
}

export type LinkRefusal = 'otherAudience' | 'otherProject' | 'personalChat' | 'unknownConversation' | 'mayNot';

export const linkRefusals: ReasonWords<LinkRefusal> = {
  otherAudience: {
    sv: 'Den här konversationen är redan kopplad som {audience}. En konversation kan inte vara båda.',
    en: 'This conversation is already linked as the {audience}. A conversation cannot be both.',
  },
  otherProject: {
    sv: 'Den här konversationen hör redan till ett annat lärprojekt. Välj en annan gruppchatt eller kanal.',
    en: 'This conversation already belongs to another learning project. Choose another group chat or channel.',
  },
  personalChat: {
    sv: 'En privat chatt kan inte vara projektets planeringschatt eller deltagarkanal. Välj en gruppchatt eller kanal.',
    en: 'A personal chat cannot be a project’s planning chat or participants’ channel. Choose a group chat or a channel.',
  },
  unknownConversation: {
    sv: 'Jag känner inte till den konversationen. Lägg till mig i den först.',
    en: 'I do not know that conversation. Add me to it first.',
  },
  mayNot: {
    sv: 'Bara planeringsgruppen kan koppla en konversation till lärprojektet.',
    en: 'Only the planning group can link a conversation to the learning project.',
  },
};

/** Long work whose end a card in a conversation waits for. */
export type FollowUpWhat =
  | 'rooms.book'
  | 'registration.close'
  | 'documentation.share'
  | 'sessionInfo.preview'
  | 'registration.missing'
  | 'correction.prepare'
  | 'theme.ask';

export interface FollowUp {
  readonly tenantId: string;
  readonly id: string;
  readonly projectId: string;
  /** Where the card stands; a thread of a channel keeps its thread id here. */
  readonly conversationId: string;
  /** The message that carries the card; null posts a new one. */
  readonly activityId: string | null;
  readonly what: FollowUpWhat;
  readonly details: Readonly<Record<string, unknown>>;
  readonly isDone: boolean;
}
