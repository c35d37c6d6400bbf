import { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../domain/local-date.ts';
import type { Paper } from '../../../domain/paper.ts';
import { dayMonth, listDateTime } from '../../../domain/swedish-text.ts';
import { say, type Language } from '../../../domain/words.ts';
import { knownClass } from '../classes/rules.ts';
import type { Disposal } from '../types.ts';

const wording = {
  sv: {
    title: 'Gallringsprotokoll',
    project: 'Lärprojekt',
    diary: 'Diarienummer',
    dataClass: 'Uppgifter',
    what: 'Omfattar',
    effect: 'Åtgärd',
    count: 'Antal poster',
    period: 'Från tiden',
    unknown: 'framgår inte',
    decision: 'Gallringsbeslut',
    decided: (reference: string, day: string) => `${reference}, ${day}`,
    due: 'Fick gallras från',
    done: 'Gallrat',
    by: 'Gallrat av',
    kept: 'Antal som är kvar',
    heading: 'Vad',
    value: 'Uppgift',
    nothing: 'Inga uppgifter om personer finns i protokollet.',
    foot: 'Skrivet av Lärprojekt när uppgifterna gallrades.',
  },
  en: {
    title: 'Record of disposal',
    project: 'Learning project',
    diary: 'Diary number',
    dataClass: 'Data',
    what: 'Comprises',
    effect: 'Measure',
    count: 'Number of items',
    period: 'Period',
    unknown: 'not known',
    decision: 'Disposal decision',
    decided: (reference: string, day: string) => `${reference}, ${day}`,
    due: 'Could be disposed of from',
    done: 'Disposed of',
    by: 'Disposed of by',
    kept: 'Numbers that are left',
    heading: 'What',
    value: 'Value',
    nothing: 'The record holds no data about persons.',
    foot: 'Written by Lärprojekt when the data were disposed of.',
  },
} as const;

interface OfProject {
  readonly title: string;
  readonly diaryNumber: string | null;
  readonly timeZone: string;
}

/** Gallringsprotokoll: what went, when, by whom and under which decision. Counts and days, and no name but whose act it was. */
export function disposalPaper(disposal: Disposal, project: OfProject, language: Language): Paper {
  const said = wording[language];
  const day = (text: string) => `${dayMonth(localDate(text), language)} ${text.slice(0, 4)}`;
  const { what, effect } = knownClass(disposal.dataClass);
  const { decision, decidedOn, from, to } = disposal;
  const rows: readonly (readonly [string, string])[] = [
    [said.project, project.title],
    [said.diary, project.diaryNumber ?? '–'],
    [said.dataClass, say(disposal.name, language)],
    [said.what, say(what, language)],
    [said.effect, effect === null ? '–' : say(effect, language)],
    [said.count, String(disposal.items)],
    [said.period, from === null || to === null ? said.unknown : `${day(from)} – ${day(to)}`],
    [said.decision, decidedOn === null ? decision : said.decided(decision, day(decidedOn))],
    [said.due, day(disposal.dueOn)],
    [said.done, listDateTime(Temporal.Instant.from(disposal.at), project.timeZone, language)],
    [said.by, disposal.by],
  ];
  return {
    title: said.title,
    language,
    parts: [
      {
        kind: 'table',
        columns: [
          { title: said.heading, share: 0.3, isNamed: true },
          { title: said.value, share: 0.7 },
        ],
        rows,
      },
      ...(disposal.kept.length === 0
        ? []
        : [
            { kind: 'heading', text: said.kept } as const,
            {
              kind: 'list',
              items: disposal.kept.map(({ words, count }) => `${say(words, language)}: ${count}`),
            } as const,
          ]),
      { kind: 'text', text: said.nothing },
    ],
    foot: said.foot,
  };
}
