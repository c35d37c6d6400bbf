import { localDate, type LocalDate } from '../../../domain/local-date.ts';
import { dayMonth, listDate, timeRange } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import { greeting, letter, link, list, paragraph } from '../../notices/letters/letter.ts';
import type { Letter } from '../../notices/types.ts';
import type { Talk } from '../types.ts';

export interface QuestionMail {
  readonly language: Language;
  readonly projectTitle: string;
  readonly topic: string | null;
  /** With days, those that lie ahead, in order of time. */
  readonly talks: readonly (Talk & { readonly date: string; readonly place: string | null })[];
  readonly techTest: LocalDate | null;
  /** What the project has said that it pays, in whole kronor; null and 0 are nothing. */
  readonly costSek: number | null;
  readonly answerBy: LocalDate;
  readonly lead: { readonly name: string; readonly email: string };
  /** The same question once more. */
  readonly isReminder: boolean;
}

/** ROL-01: asks somebody to take part. The link is the recipient's own and needs no account. */
export function questionLetter(mail: QuestionMail, url: string): Letter {
  const { language, projectTitle, talks, isReminder } = mail;
  const sv = language === 'sv';
  const first = talks[0];
  const day = first === undefined ? '' : dayMonth(localDate(first.date), language);
  const subject = sv ? `Vill du medverka den ${day}? ${projectTitle}` : `Will you take part on ${day}? ${projectTitle}`;
  const intro = sv
    ? `Vi ordnar lärprojektet ${projectTitle} för tjänstepersoner i Dalarna. Vi hoppas att du vill medverka.`
    : `We run the learning project ${projectTitle} for officials in Dalarna. We hope that you will take part.`;
  const again = sv
    ? 'Vi har inte fått ditt svar än. Här kommer frågan igen.'
    : 'We have not had your answer yet. Here is the question again.';
  return letter(
    isReminder ? `${sv ? 'Påminnelse' : 'Reminder'}: ${subject}` : subject,
    [
      greeting(null, language),
      ...(isReminder ? [paragraph(again)] : []),
      paragraph(intro),
      ...topicOf(mail),
      list(talks.map((talk) => talkLine(talk, language))),
      ...techniqueOf(mail),
      ...payOf(mail),
      paragraph(
        sv
          ? `Svara gärna senast den ${dayMonth(mail.answerBy, 'sv')}. Du behöver inte logga in. Då svarar du också på om vi får dela din presentation.`
          : `Please answer by ${dayMonth(mail.answerBy, 'en')}. You need not sign in. You also answer whether we may share your slides.`,
      ),
      link(sv ? 'Svara ja eller nej' : 'Answer yes or no', url),
      paragraph(
        sv
          ? `Undrar du något? Svara på det här mejlet. Hälsningar ${mail.lead.name}, ${mail.lead.email}`
          : `Do you have a question? Answer this mail. Regards ${mail.lead.name}, ${mail.lead.email}`,
      ),
    ],
    language,
  );
}

/** The item often has the topic's own words. */
function topicOf({ topic, talks, language }: QuestionMail) {
  if (topic === null || topic.trim() === '' || talks.some(({ title }) => title === topic)) return [];
  return [paragraph(language === 'sv' ? `Det gäller: ${topic}` : `It is about: ${topic}`)];
}

/** "tisdag 22 september 2026 kl. 9.50–10.20: Vad säger forskningen? Via länk." */
export function talkLine(
  talk: Talk & { readonly date: string; readonly place: string | null },
  language: Language,
): string {
  const when = `${listDate(localDate(talk.date), language)} ${timeRange(talk.start, talk.end, language)}`;
  const byLink = language === 'sv' ? 'via länk' : 'by link';
  const where = talk.mode === 'remote' ? byLink : talk.place;
  return `${when}: ${talk.title}${where === null ? '' : ` (${where})`}`;
}

function techniqueOf({ talks, techTest, language }: QuestionMail) {
  if (!talks.some(({ mode }) => mode === 'remote')) return [];
  const sv = language === 'sv';
  if (techTest === null)
    return [
      paragraph(
        sv
          ? 'Länken får du före dagen. Vi hör av oss om en tid att prova ljud och bild.'
          : 'You get the link before the day. We will be in touch about a time to try sound and picture.',
      ),
    ];
  return [
    paragraph(
      sv
        ? `Länken får du före dagen. Vi provar ljud och bild den ${dayMonth(techTest, 'sv')}.`
        : `You get the link before the day. We try sound and picture on ${dayMonth(techTest, 'en')}.`,
    ),
  ];
}

function payOf({ costSek, talks, language }: QuestionMail) {
  if ((costSek ?? 0) > 0) return [];
  const isThere = talks.some(({ mode }) => mode === 'onsite');
  if (language === 'sv')
    return [paragraph(`Vi har ingen budget för arvode eller resa.${isThere ? ' Vi bjuder på mat och fika.' : ''}`)];
  return [paragraph(`We have no budget for fees or travel.${isThere ? ' Food and coffee are on us.' : ''}`)];
}
