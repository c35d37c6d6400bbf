import { Temporal } from 'temporal-polyfill';
import { localDateOf, localTimeOf } from '../../../domain/local-date.ts';
import { withoutSecrets } from '../../notices/rules.ts';
import type { SessionDocument } from '../../documentation/types.ts';
import type { EvaluationView } from '../../evaluations/types.ts';
import type { Project, Session } from '../../planning/types.ts';
import type { Decision } from '../../tasks/types.ts';
import type { Disposal } from '../types.ts';
import type { Sheet } from './types.ts';

/** What a spreadsheet takes in one cell. */
const mostInCell = 32_000;

const cell = (value: string | number | null): string => (value === null ? '' : String(value)).slice(0, mostInCell);

export interface Cover {
  readonly project: Pick<Project, 'title' | 'diaryNumber' | 'timeZone'>;
  readonly by: string;
  readonly now: Temporal.Instant;
  readonly withheld: number;
  readonly sheets: readonly Sheet[];
}

/** What this is, who fetched it, and what is withheld and why. Nobody is asked what it is wanted for. */
export function coverSheet({ project, by, now, withheld, sheets }: Cover): Sheet {
  const zone = project.timeZone;
  const when = `${localDateOf(now, zone).toString()} ${localTimeOf(now, zone)}`;
  const food =
    withheld === 0
      ? 'Inga uppgifter finns i verktyget.'
      : `${withheld} personers uppgifter lämnas inte ut härifrån. De prövas enligt 21 kap. OSL.`;
  return {
    name: 'Om uttaget',
    columns: columns(['Vad', 34], ['Uppgift', 90]),
    rows: [
      ['Lärprojekt', project.title],
      ['Diarienummer', project.diaryNumber ?? ''],
      ['Framtaget', when],
      ['Framtaget av', by],
      ['Specialkost', food],
      ['Prövning', 'Pröva enligt offentlighets- och sekretesslagen innan något lämnas ut.'],
      ...sheets.map(({ name, rows }) => [`Blad: ${name}`, `${rows.length} rader`]),
    ].map((row) => row.map(cell)),
  };
}

export function projectSheet(project: Project): Sheet {
  const { title, subtitle, diaryNumber, challenge, purpose, municipalNeed, targetGroups, webPage } = project;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Namn', title],
    ['Underrubrik', subtitle],
    ['Diarienummer', diaryNumber],
    ['Utmaning', challenge],
    ['Syfte', purpose],
    ['Kommunernas behov', municipalNeed],
    ['Målgrupper', targetGroups.join(', ')],
    ['Webbsida', webPage],
  ];
  return {
    name: 'Lärprojektet',
    columns: columns(['Vad', 24], ['Text', 100]),
    rows: facts.map((row) => row.map(cell)),
  };
}

export function sessionsSheet(sessions: readonly Session[]): Sheet {
  return {
    name: 'Träffar',
    columns: columns(['Träff', 8], ['Datum', 12], ['Tid', 14], ['Titel', 40], ['Program', 90], ['Läge', 12]),
    rows: sessions.map(({ number, date, startTime, endTime, title, agenda, cancelled }) =>
      [
        number,
        date,
        startTime === null ? '' : `${startTime}–${endTime ?? ''}`,
        title,
        agenda.map(({ start, end, title: item }) => `${start}–${end} ${item}`).join('\n'),
        cancelled ? 'Inställd' : '',
      ].map(cell),
    ),
  };
}

export interface Said {
  readonly kind: string;
  readonly channel: string;
  readonly address: string | null;
  readonly name: string | null;
  readonly state: string;
  readonly at: Date;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Links that open somebody's own page lose what opens them. */
export function messagesSheet(said: readonly Said[], zone: string): Sheet {
  return {
    name: 'Utskick',
    columns: columns(
      ['Dag', 12],
      ['Sort', 24],
      ['Väg', 18],
      ['Till', 28],
      ['Adress', 34],
      ['Läge', 12],
      ['Rubrik', 50],
      ['Text', 100],
    ),
    rows: said.map(({ kind, channel, name, address, state, at, content }) => {
      const day = localDateOf(Temporal.Instant.fromEpochMilliseconds(at.getTime()), zone).toString();
      const { subject = content['summary'], text } = content;
      const words = [subject, text].map((one) => (typeof one === 'string' ? withoutSecrets(one) : ''));
      return [day, kind, channel, name, address, state, ...words].map(cell);
    }),
  };
}

export function documentsSheet(documents: readonly SessionDocument[], sessions: readonly Session[]): Sheet {
  return {
    name: 'Dokument',
    columns: columns(
      ['Träff', 8],
      ['Namn', 50],
      ['Sort', 12],
      ['Byte', 12],
      ['Tillagd av', 28],
      ['Dag', 12],
      ['Adress', 60],
    ),
    rows: documents.map(({ sessionId, name, kind, size, addedBy, addedAt, webUrl }) =>
      [numberOf(sessions, sessionId), name, kind, size, addedBy, addedAt.slice(0, 10), webUrl].map(cell),
    ),
  };
}

/** Numbers and, where enough have answered, what was written; never who. */
export function evaluationsSheet(views: readonly EvaluationView[]): Sheet {
  return {
    name: 'Utvärdering',
    columns: columns(['Träff', 8], ['Har svarat', 12], ['Fråga', 60], ['Svar', 70], ['Antal', 8]),
    rows: views.flatMap(({ sessionNumber, answered, shown, results }) =>
      (shown === 0 ? [] : results).flatMap(({ words, counts, texts }) =>
        [
          ...counts.map(({ words: choice, count }) => [sessionNumber, answered, words.sv, choice.sv, count]),
          ...texts.map((text) => [sessionNumber, answered, words.sv, text, '']),
        ].map((row) => row.map(cell)),
      ),
    ),
  };
}

export function decisionsSheet(decisions: readonly Decision[]): Sheet {
  return {
    name: 'Beslut',
    columns: columns(['Dag', 12], ['Beslut', 100], ['Antecknat av', 28]),
    rows: decisions.map(({ decidedOn, text, writtenBy }) => [decidedOn, text, writtenBy].map(cell)),
  };
}

export function disposalsSheet(disposals: readonly Disposal[]): Sheet {
  return {
    name: 'Gallrat',
    columns: columns(['Dag', 12], ['Uppgifter', 28], ['Antal', 8], ['Beslut', 40], ['Av', 28]),
    rows: disposals.map(({ at, name, items, decision, by }) =>
      [at.slice(0, 10), name.sv, items, decision, by].map(cell),
    ),
  };
}

function numberOf(sessions: readonly Session[], sessionId: string): number | null {
  return sessions.find(({ id }) => id === sessionId)?.number ?? null;
}

function columns(...all: readonly (readonly [title: string, width: number])[]): Sheet['columns'] {
  return all.map(([title, width]) => ({ title, width }));
}
