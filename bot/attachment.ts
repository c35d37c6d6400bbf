import type { Attachment } from 'botbuilder';

export const cardContentType = 'application/vnd.microsoft.card.adaptive';

export function attachmentOf(card: object): Attachment {
  return { contentType: cardContentType, content: card };
}
