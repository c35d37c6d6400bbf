/// <reference types="office-js" />
import type { Language } from '../../src/domain/words.ts';
import type { Reading } from './find.ts';

/** An appointment or message that stands open beside the pane. */
export interface OpenItem extends Reading {
  /** It is being written, so that something can be put in it. */
  readonly isCompose: boolean;
}

export interface Outlook {
  readonly language: Language;
  readonly isDark: boolean;
  /** What is open now; null when nothing is, as with a pinned pane. */
  read(): Promise<OpenItem | null>;
  onOther(hear: () => void): void;
  /** Puts HTML where the cursor stands. Rejects when the message is plain text or closed. */
  insert(html: string): Promise<void>;
}

export class NoOutlook extends Error {
  override readonly name = 'NoOutlook';
}

/** Outside Outlook the library answers with no host, or never. */
const PATIENCE_MS = 5000;

export async function connectOutlook(): Promise<Outlook> {
  if (typeof Office === 'undefined') throw new NoOutlook('the library of Office did not come');
  const { host } = await withinPatience(Office.onReady());
  if (host !== Office.HostType.Outlook) throw new NoOutlook('the pane stands outside Outlook');
  const { mailbox, displayLanguage, officeTheme } = Office.context;
  return {
    language: /^en\b/i.test(displayLanguage) ? 'en' : 'sv',
    isDark: isDarkColour(officeTheme?.bodyBackgroundColor),
    read: async () => {
      const { item } = Office.context.mailbox;
      return item ? await readItem(item) : null;
    },
    onOther: (hear) => mailbox.addHandlerAsync(Office.EventType.ItemChanged, hear),
    insert: async (html) => {
      const { item } = Office.context.mailbox;
      if (!item) throw new NoOutlook('nothing is open');
      await answered<void>((hear) => {
        item.body.setSelectedDataAsync(html, { coercionType: Office.CoercionType.Html }, hear);
      });
    },
  };
}

type Item = NonNullable<Office.Mailbox['item']>;

/** A field is a value in what one reads, and asked for in what one writes. */
interface Asked<Value> {
  getAsync(hear: (answer: Office.AsyncResult<Value>) => void): void;
}

async function readItem(item: Item): Promise<OpenItem> {
  const { subject, start }: { subject: string | Asked<string>; start?: Date | Asked<Date> } = item;
  const body = await answered<string>((hear) => item.body.getAsync(Office.CoercionType.Html, hear));
  const startsAt = start === undefined || start instanceof Date ? start : await valueOf(start);
  return {
    body,
    subject: typeof subject === 'string' ? subject : await valueOf(subject),
    start: startsAt?.toISOString() ?? null,
    isCompose: typeof subject !== 'string',
  };
}

const valueOf = <Value>(field: Asked<Value>): Promise<Value> => answered<Value>((hear) => field.getAsync(hear));

/** Office answers by calling back, with a failure as a value. */
function answered<Value>(ask: (hear: (answer: Office.AsyncResult<Value>) => void) => void): Promise<Value> {
  return new Promise((resolve, reject) => {
    ask(({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(value);
      else reject(new Error(error.message));
    });
  });
}

/** Office tells the colour of its background, `#292929`, and not always whether the theme is dark. */
function isDarkColour(colour: string | undefined): boolean {
  const [red, green, blue] = (colour?.match(/[0-9a-f]{2}/gi) ?? []).map((part) => Number.parseInt(part, 16));
  if (red === undefined || green === undefined || blue === undefined)
    return matchMedia('(prefers-color-scheme: dark)').matches;
  return red * 0.3 + green * 0.59 + blue * 0.11 < 128;
}

async function withinPatience<Value>(work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new NoOutlook('Outlook does not answer')), PATIENCE_MS);
  });
  return await Promise.race([work, patience]).finally(() => clearTimeout(timer));
}
