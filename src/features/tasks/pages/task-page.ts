import { html } from '../../../domain/html.ts';
import { localDate } from '../../../domain/local-date.ts';
import { listDate } from '../../../domain/swedish-text.ts';
import { say, type Language, type Words } from '../../../domain/words.ts';
import { languageQuery, publicPage } from '../../shell/pages/shell.ts';
import type { Task } from '../types.ts';

const words = {
  title: { sv: 'Din uppgift', en: 'Your task' },
  due: { sv: 'Den ska vara klar senast {day}.', en: 'It is to be done by {day}.' },
  done: { sv: 'Uppgiften är klar. Tack!', en: 'The task is done. Thank you.' },
  tick: { sv: 'Den är klar', en: 'It is done' },
  reopen: { sv: 'Nej, den är inte klar än', en: 'No, it is not done yet' },
  more: {
    sv: 'Behöver du mer tid, svara på mejlet som länken kom i.',
    en: 'If you need more time, answer the mail that the link came in.',
  },
  goneTitle: { sv: 'Länken gäller inte', en: 'The link is not valid' },
  gone: {
    sv: 'Uppgiften kan ha tagits bort eller fått en annan ägare. Mejla den som skickade länken om du undrar något.',
    en: 'The task may have been removed or given to somebody else. Write to whoever sent the link if you have a question.',
  },
} as const satisfies Record<string, Words>;

export interface TaskShown {
  readonly project: { readonly id: string; readonly title: string };
  readonly task: Task;
}

/** What an owner without an account sees and ticks. Opening it changes nothing, whoever opens it. */
export function taskPage(
  { project, task }: TaskShown,
  { language, path }: { readonly language: Language; readonly path: string },
): string {
  const isDone = task.doneAt !== null;
  const due = task.dueOn === null ? null : say(words.due, language, { day: listDate(localDate(task.dueOn), language) });
  return publicPage({
    title: say(words.title, language),
    language,
    project,
    main: html`<h1>${say(words.title, language)}</h1>
      ${isDone ? html`<p class="box good" role="status">${say(words.done, language)}</p>` : null}
      <p><strong>${task.what}</strong></p>
      ${due === null || isDone ? null : html`<p>${due}</p>`}
      <form method="post" action="${path}${languageQuery(language)}">
        <input type="hidden" name="klar" value="${isDone ? 'nej' : 'ja'}" />
        <button type="submit">${say(isDone ? words.reopen : words.tick, language)}</button>
      </form>
      ${isDone ? null : html`<p class="quiet">${say(words.more, language)}</p>`}`,
  });
}

export function taskGonePage(language: Language): string {
  const title = say(words.goneTitle, language);
  return publicPage({
    title,
    language,
    main: html`<h1>${title}</h1>
      <p>${say(words.gone, language)}</p>`,
  });
}
