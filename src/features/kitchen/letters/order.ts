import { placeText } from '../../../domain/place-text.ts';
import { capitalised, clockText, listText, textDate } from '../../../domain/swedish-text.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import { say, type Language } from '../../../domain/words.ts';
import { letter, link, list, paragraph } from '../../notices/letters/letter.ts';
import type { Letter } from '../../notices/types.ts';
import type { KitchenSheet } from '../types.ts';

/** The order to host or kitchen: how many, when and where the sheet is. Never what anybody eats: that is on the page alone. */
export function orderLetter(
  sheet: KitchenSheet,
  days: { readonly session: LocalDate; readonly final: LocalDate },
  { url, language }: { readonly url: string; readonly language: Language },
): Letter {
  const sv = language === 'sv';
  const day = textDate(days.session, language);
  const n = sheet.numbers.heads.total;
  const isFinal = sheet.final.at !== null;
  const place = sheet.venue === null ? '' : `, ${placeText(sheet.venue)}`;
  const facts = factLines(sheet, language);
  return letter(
    subjectOf(sheet, { day, n, isFinal, language }),
    [
      paragraph(sv ? 'Hej!' : 'Hello,'),
      paragraph(
        sv
          ? `Vi beställer mat till träff ${sheet.number} ${day}${place}: ${n} personer.`
          : `We order food for session ${sheet.number} on ${day}${place}: ${n} people.`,
      ),
      ...(sheet.meals.length === 0 ? [] : [paragraph(`${mealText(sheet, language)}.`)]),
      paragraph(
        sv
          ? 'Specialkost i antal, utan namn, finns på den här sidan. Den visar alltid det senaste, kräver ingen inloggning och går att skriva ut.'
          : 'Dietary needs in numbers, without names, are on this page. It always shows the latest, needs no sign-in and can be printed.',
      ),
      link(sv ? 'Öppna köksbladet' : 'Open the kitchen sheet', url),
      paragraph(finalText(isFinal, days.final, language)),
      ...(facts.length === 0 ? [] : [list(facts)]),
      paragraph(sv ? 'Svara på mejlet om något inte stämmer.' : 'Reply to this mail if something is wrong.'),
      paragraph(contactText(sheet, language)),
    ],
    language,
  );
}

function subjectOf(
  sheet: KitchenSheet,
  { day, n, isFinal, language }: { day: string; n: number; isFinal: boolean; language: Language },
): string {
  if (language === 'sv')
    return isFinal
      ? `Slutligt antal ${day}: ${n} personer`
      : `Matbeställning ${day}: ${n} personer, träff ${sheet.number}`;
  return isFinal ? `Final number ${day}: ${n} people` : `Food order ${day}: ${n} people, session ${sheet.number}`;
}

function finalText(isFinal: boolean, final: LocalDate, language: Language): string {
  const day = textDate(final, language);
  if (language === 'sv')
    return isFinal
      ? 'Det här är det slutliga antalet. Ändras något syns det på sidan.'
      : `Slutligt antal kommer ${day} kl. 12.00 på samma sida.`;
  return isFinal
    ? 'This is the final number. If something changes, it is seen on the page.'
    : `The final number comes on ${day} at 12:00 on the same page.`;
}

/** "Kaffe och smörgås kl. 9.00, lunch kl. 12.00 och fika kl. 14.20". */
export function mealText({ meals }: Pick<KitchenSheet, 'meals'>, language: Language): string {
  const at = language === 'sv' ? 'kl. ' : 'at ';
  const items = meals.map(({ at: time, title }, index) => {
    const name = index === 0 ? title : title.slice(0, 1).toLocaleLowerCase('sv') + title.slice(1);
    return `${name} ${at}${clockText(time, language)}`;
  });
  return capitalised(listText(items, language));
}

function factLines({ layout, equipment, opensAt, reference }: KitchenSheet, language: Language): readonly string[] {
  const sv = language === 'sv';
  const tools = equipment.map((one) => say(one, language)).join(', ');
  return [
    ...(layout === null ? [] : [`${sv ? 'Möblering' : 'Layout'}: ${layout}`]),
    ...(tools === '' ? [] : [`${sv ? 'Teknik' : 'Equipment'}: ${tools}`]),
    ...(opensAt === null
      ? []
      : [
          sv
            ? `Rummet öppnas kl. ${clockText(opensAt, language)}`
            : `The room opens at ${clockText(opensAt, language)}`,
        ]),
    ...(reference === null ? [] : [sv ? `Fakturan märks ${reference}` : `The invoice is marked ${reference}`]),
  ];
}

function contactText({ contact }: KitchenSheet, language: Language): string {
  const role = language === 'sv' ? 'Kontakt på dagen' : 'Contact of the day';
  return `${role}: ${[contact.name, contact.phone].filter((part) => part !== null).join(', ')}`;
}
