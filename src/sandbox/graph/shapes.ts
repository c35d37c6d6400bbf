import { etagOf } from '../notifier.ts';
import type { Address, ExtendedProperty, StoredAttendee, StoredEvent, StoredLocation, StoredMessage } from '../rows.ts';
import type { Prefer } from './call.ts';
import { recurrenceShape } from './recurrence.ts';
import { dateTimeTimeZone, edmInstant, neverAnswered } from './zones.ts';

type Shape = Record<string, unknown>;

/** An event as Graph answers with it. */
export function eventShape(event: StoredEvent, prefer: Prefer): Shape {
  return {
    '@odata.etag': `W/"${etagOf(event.change)}"`,
    id: event.id,
    createdDateTime: edmInstant(event.createdAt),
    lastModifiedDateTime: edmInstant(event.modifiedAt),
    changeKey: etagOf(event.change),
    categories: event.categories,
    transactionId: event.transactionId,
    originalStartTimeZone: event.startZone,
    originalEndTimeZone: event.endZone,
    iCalUId: event.iCalUId,
    reminderMinutesBeforeStart: event.reminderMinutesBeforeStart,
    isReminderOn: event.isReminderOn,
    hasAttachments: false,
    subject: event.subject,
    bodyPreview: previewOf(event),
    importance: event.importance,
    sensitivity: event.sensitivity,
    isAllDay: event.isAllDay,
    isCancelled: event.isCancelled,
    isOrganizer: event.isOrganizer,
    responseRequested: event.responseRequested,
    seriesMasterId: event.seriesMasterId ?? null,
    showAs: event.showAs,
    type: typeOf(event),
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(event.id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: event.joinUrl !== null,
    onlineMeetingProvider: event.joinUrl === null ? 'unknown' : 'teamsForBusiness',
    allowNewTimeProposals: event.allowNewTimeProposals,
    isDraft: false,
    hideAttendees: event.hideAttendees,
    recurrence: recurrenceShape(event.recurrence),
    responseStatus: { response: event.response, time: answeredAt(event.respondedAt) },
    body: { contentType: event.bodyType, content: event.body },
    start: dateTimeTimeZone(event.startMs, prefer.timeZone),
    end: dateTimeTimeZone(event.endMs, prefer.timeZone),
    location: locationShape(event.locations[0]),
    locations: event.locations.map(locationShape),
    attendees: event.attendees.map(attendeeShape),
    organizer: { emailAddress: addressShape(event.organizer) },
    onlineMeeting: event.joinUrl === null ? null : { joinUrl: event.joinUrl },
  };
}

function typeOf({ seriesMasterId, recurrence }: StoredEvent): string {
  if (seriesMasterId !== undefined) return 'occurrence';
  return recurrence == null ? 'singleInstance' : 'seriesMaster';
}

function attendeeShape(attendee: StoredAttendee): Shape {
  return {
    type: attendee.type,
    status: { response: attendee.response, time: answeredAt(attendee.respondedAt) },
    emailAddress: addressShape(attendee),
  };
}

const answeredAt = (at: number | null): string => (at === null ? neverAnswered : edmInstant(at));

export const addressShape = (address: Address): Shape => ({ name: address.name, address: address.address });

function locationShape(location: StoredLocation | undefined): Shape {
  const name = location?.displayName ?? '';
  return {
    displayName: name,
    locationType: location?.locationType ?? 'default',
    uniqueId: location?.locationEmailAddress ?? name,
    uniqueIdType: location?.locationEmailAddress === undefined ? 'private' : 'directory',
    ...(location?.locationEmailAddress === undefined ? {} : { locationEmailAddress: location.locationEmailAddress }),
    ...(location?.street === undefined && location?.city === undefined
      ? {}
      : { address: { street: location.street ?? '', city: location.city ?? '' } }),
  };
}

export const propertiesShape = (properties: readonly ExtendedProperty[]): Shape[] =>
  properties.map(({ id, value }) => ({ id, value }));

/** A mail as Graph answers with it. The id depends on whether immutable ids were asked for. */
export function messageShape(message: StoredMessage, prefer: Prefer): Shape {
  const recipients = (addresses: readonly Address[]): Shape[] =>
    addresses.map((one) => ({ emailAddress: addressShape(one) }));
  const type = messageTypes[message.kind];
  return {
    ...(type === undefined ? {} : { '@odata.type': type.type }),
    '@odata.etag': `W/"${etagOf(message.change)}"`,
    id: prefer.immutableIds ? message.id : message.movingId,
    createdDateTime: edmInstant(message.createdAt),
    lastModifiedDateTime: edmInstant(message.modifiedAt),
    changeKey: etagOf(message.change),
    categories: message.categories,
    receivedDateTime: edmInstant(message.receivedAt),
    sentDateTime: edmInstant(message.sentAt),
    hasAttachments: message.attachments.some((attachment) => !attachment.isInline),
    internetMessageId: message.internetMessageId,
    subject: message.subject,
    bodyPreview: previewOf(message),
    importance: message.importance,
    parentFolderId: message.folder,
    conversationId: message.conversationId,
    isDeliveryReceiptRequested: null,
    isReadReceiptRequested: false,
    isRead: message.isRead,
    isDraft: message.folder === 'drafts',
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(message.movingId)}&exvsurl=1&viewmodel=ReadMessageItem`,
    inferenceClassification: 'focused',
    body: { contentType: message.bodyType, content: message.body },
    sender: { emailAddress: addressShape(message.from) },
    from: { emailAddress: addressShape(message.from) },
    toRecipients: recipients(message.to),
    ccRecipients: recipients(message.cc),
    bccRecipients: recipients(message.bcc),
    replyTo: recipients(message.replyTo),
    flag: { flagStatus: 'notFlagged' },
    ...(type === undefined ? {} : { meetingMessageType: type.meeting }),
  };
}

const messageTypes: Readonly<Partial<Record<StoredMessage['kind'], { type: string; meeting: string }>>> = {
  meetingRequest: { type: '#microsoft.graph.eventMessageRequest', meeting: 'meetingRequest' },
  meetingUpdate: { type: '#microsoft.graph.eventMessageRequest', meeting: 'meetingRequest' },
  meetingCancelled: { type: '#microsoft.graph.eventMessage', meeting: 'meetingCancelled' },
  meetingAccepted: { type: '#microsoft.graph.eventMessageResponse', meeting: 'meetingAccepted' },
  // Graph's own spelling lacks a t.
  meetingTentativelyAccepted: { type: '#microsoft.graph.eventMessageResponse', meeting: 'meetingTenativelyAccepted' },
  meetingDeclined: { type: '#microsoft.graph.eventMessageResponse', meeting: 'meetingDeclined' },
};

// Rows never change in place, and a preview costs more than the rest of the shape together.
const previews = new WeakMap<object, string>();

function previewOf(row: { readonly body: string }): string {
  const known = previews.get(row) ?? visibleText(row.body).slice(0, 255);
  previews.set(row, known);
  return known;
}

function visibleText(body: string): string {
  return body
    .replace(/<(style|head)[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
