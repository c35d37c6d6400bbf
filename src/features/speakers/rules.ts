import { daysBetween, isBefore, localDate, readLocalDate, type LocalDate } from '../../domain/local-date.ts';
import { previousWorkingDay } from '../../domain/swedish-calendar.ts';
import { dayMonth, inBoth } from '../../domain/swedish-text.ts';
import type { Words } from '../../domain/words.ts';
import { askingDeadline, speakersDeadline } from '../../guideline/due-dates.ts';
import type { Session, Speaker, SpeakerLink } from '../planning/types.ts';
import type { SpeakerRefusal, SpeakerState, SpeakerStatus, Talk } from './types.ts';

const states: readonly SpeakerStatus[] = ['idea', 'asked', 'tentative', 'confirmed', 'declined'];

/** Files write nothing, or words of their own, about somebody whom nobody has asked. */
export function statusOf({ status }: Pick<Speaker, 'status'>): SpeakerStatus {
  return states.find((one) => one === status) ?? 'idea';
}

/** The days that follow from a change of status: whoever becomes an idea again has been asked nothing. */
export function daysOf(
  before: Pick<Speaker, 'status' | 'askedOn' | 'answeredOn'> | undefined,
  status: SpeakerStatus,
  today: LocalDate,
): Omit<SpeakerState, 'status'> {
  const known = { askedOn: before?.askedOn ?? null, answeredOn: before?.answeredOn ?? null };
  if (before !== undefined && statusOf(before) === status) return known;
  if (status === 'idea') return { askedOn: null, answeredOn: null };
  if (status === 'asked') return { askedOn: known.askedOn ?? today.toString(), answeredOn: null };
  return { askedOn: known.askedOn, answeredOn: today.toString() };
}

/** In order of time. Sessions that are called off have none. */
export function talksOf({ id, mode }: Pick<Speaker, 'id' | 'mode'>, sessions: readonly Session[]): readonly Talk[] {
  return sessions
    .filter(({ cancelled }) => !cancelled)
    .flatMap(({ id: sessionId, number, day, date, format, agenda }) =>
      agenda
        .filter(({ speakerIds }) => speakerIds?.includes(id) === true)
        .map(({ start, end, title, mode: own }): Talk => {
          const how = format === 'digital' ? 'remote' : (own ?? mode);
          return { sessionId, number, day, date, start, end, title, mode: how };
        }),
    );
}

/** Those that lie ahead and have a day; today's counts. */
export function talksAhead(talks: readonly Talk[], today: LocalDate): readonly (Talk & { readonly date: string })[] {
  return talks.flatMap((talk) =>
    talk.date === null || isBefore(localDate(talk.date), today) ? [] : [{ ...talk, date: talk.date }],
  );
}

/** SPK-02: the day of the technical test; one that has been is nothing to tell of. */
export function techTestAhead({ techTest }: Pick<Speaker, 'techTest'>, today: LocalDate): LocalDate | null {
  const day = readLocalDate(techTest ?? '');
  return day === undefined || isBefore(day, today) ? null : day;
}

const waitsForAnswer: ReadonlySet<SpeakerStatus> = new Set(['asked', 'tentative']);

/** SPK-02: our measure of when the technique is tried; earlier, things change once more. */
const testDaysBefore = 3;

export interface Todo {
  readonly needs: readonly Words[];
  readonly isLate: boolean;
}

/** ROL-01, SPK-02, DOC-03: what is left to do about somebody before their first talk to come. */
export function todoOf(
  speaker: Pick<Speaker, 'email' | 'techTest' | 'slidesConsent'>,
  known: { readonly status: SpeakerStatus; readonly talks: readonly Talk[]; readonly today: LocalDate },
): Todo {
  const { status, today } = known;
  const ahead = talksAhead(known.talks, today);
  const first = ahead[0];
  if (first === undefined) return { needs: [], isLate: false };
  const day = localDate(first.date);
  const needs: Words[] = [];
  const lastDays: LocalDate[] = [];
  const by = (lastDay: LocalDate, words: (day: Words) => Words): void => {
    needs.push(words(inBoth((language) => dayMonth(lastDay, language))));
    lastDays.push(lastDay);
  };
  if (status === 'declined')
    return {
      needs: [
        {
          sv: 'Står i programmet. Hitta någon annan eller ändra punkten.',
          en: 'Is on the agenda. Find somebody else or change the item.',
        },
      ],
      isLate: isBefore(speakersDeadline(day), today),
    };
  if (status === 'idea') by(askingDeadline(day), ({ sv, en }) => ({ sv: `Fråga senast ${sv}.`, en: `Ask by ${en}.` }));
  if (waitsForAnswer.has(status))
    by(speakersDeadline(day), ({ sv, en }) => ({
      sv: `Behöver ett ja senast ${sv}.`,
      en: `A yes is needed by ${en}.`,
    }));
  const isRemote = ahead.some(({ mode }) => mode === 'remote');
  if (isRemote && speaker.techTest === null)
    by(previousWorkingDay(day.subtract({ days: 1 })), ({ sv, en }) => ({
      sv: `Prova tekniken någon av de ${testDaysBefore} dagarna före, senast ${sv}.`,
      en: `Try the technique one of the ${testDaysBefore} days before, by ${en} at the latest.`,
    }));
  if (isRemote && (speaker.email ?? '') === '')
    needs.push({
      sv: 'Saknar e-postadress, så länken når inte fram.',
      en: 'Has no e-mail address, so the link cannot be sent.',
    });
  if (status === 'confirmed' && speaker.slidesConsent === null)
    needs.push({ sv: 'Fråga om presentationen får delas.', en: 'Ask whether the slides may be shared.' });
  return { needs, isLate: lastDays.some((lastDay) => isBefore(lastDay, today)) };
}

/** RG-04: a file may name anything; only what a browser opens as a page is shown and looked at. */
export function webLinks({ links }: Pick<Speaker, 'links'>): readonly SpeakerLink[] {
  return links.filter(({ url }) => /^https?:\/\//i.test(url) && URL.canParse(url));
}

/** As people read it: the title, else the address without what every address begins with. */
export function linkText({ url, title }: SpeakerLink): string {
  return title ?? url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
}

/** RG-04: what to do about an address that leads nowhere. */
export function goneLink(link: SpeakerLink, status: number | undefined): Words {
  const code = status === undefined ? '' : ` (${status})`;
  return {
    sv: `Länken ${linkText(link)} leder ingenstans${code}. Byt eller ta bort den.`,
    en: `The link ${linkText(link)} leads nowhere${code}. Change or remove it.`,
  };
}

/** Why nobody can be asked by mail now. */
export function whyNoQuestion(
  speaker: Pick<Speaker, 'email'>,
  known: {
    readonly status: SpeakerStatus;
    readonly talks: readonly Talk[];
    readonly today: LocalDate;
    readonly isAwake: boolean;
  },
): Extract<SpeakerRefusal, 'dormant' | 'noAddress' | 'noTalk' | 'answered'> | undefined {
  if (known.status === 'confirmed' || known.status === 'declined') return 'answered';
  if (talksAhead(known.talks, known.today).length === 0) return 'noTalk';
  if ((speaker.email ?? '') === '') return 'noAddress';
  return known.isAwake ? undefined : 'dormant';
}

/** Days that somebody needs to look in their calendar and ask their manager. */
const fewestDays = 3;
const usualDays = 7;

/** Until when the question asks for an answer: three weeks before the talk, or a week from now when that is too soon. */
export function answerBy(talk: LocalDate, today: LocalDate): LocalDate {
  const wanted = speakersDeadline(talk);
  if (daysBetween(today, wanted) >= fewestDays) return wanted;
  const soon = today.add({ days: Math.min(usualDays, Math.max(1, daysBetween(today, talk) - 1)) });
  return isBefore(soon, talk) ? soon : today;
}
