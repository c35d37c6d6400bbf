import { html, type Html } from '../../../../domain/html.ts';
import type { Language } from '../../../../domain/words.ts';
import { textArea, textField } from '../../../shell/pages/fields.ts';
import { languageQuery, publicPage } from '../../../shell/pages/shell.ts';
import type { ProjectTelling } from '../../facts/types.ts';

export interface AccessibilityPage {
  readonly project: ProjectTelling | null;
  readonly language: Language;
  readonly isReported: boolean;
  readonly isEmpty: boolean;
}

const words = {
  sv: {
    title: 'Tillgänglighet för den här webbplatsen',
    who: 'Region Dalarna och Länsstyrelsen Dalarna står bakom tjänsten ”Dalalab anmälan och utvärdering”. Så här uppfyller den lagen om tillgänglighet till digital offentlig service.',
    how: 'Hur tillgänglig är tjänsten?',
    state:
      'Vi bygger för WCAG 2.2, nivå AA. Tjänsten är inte granskad av någon utomstående. Därför anger vi den som delvis förenlig med lagkraven.',
    known: 'Det vi känner till',
    limits: [
      'Presentationer och andra filer från medverkande kan sakna struktur och bildbeskrivningar. De kommer från andra, och vi kan inte göra om dem. Säg till, så hjälper vi dig.',
      'Texten i åtaganderutan finns bara på svenska, eftersom den är ordagrann.',
    ],
    method: 'Så har vi testat',
    methodText:
      'Självskattning: automatiska tester vid varje ändring, tangentbord, 320 bildpunkters bredd, mörkt läge och hög kontrast.',
    burden: 'Vi har inte undantagit något innehåll som oskäligt betungande.',
    report: 'Fungerar något inte?',
    reportText: 'Berätta vad som hände och på vilken sida. Skriv din e-post om du vill ha svar.',
    what: 'Vad fungerar inte?',
    email: 'E-post (frivilligt)',
    send: 'Skicka',
    sent: 'Tack. Vi har fått det du skrev.',
    empty: 'Skriv vad som inte fungerar.',
    elsewhere: 'Gå via ditt lärprojekts sida, så finns ett formulär här.',
    digg: 'Är du inte nöjd med vårt svar? Anmäl till Digg, digg.se/tdosanmalan.',
    dates: 'Bedömningen gjordes när den här versionen av tjänsten togs i bruk och görs om vid större ändringar.',
  },
  en: {
    title: 'Accessibility of this site',
    who: 'Region Dalarna and the County Administrative Board of Dalarna are behind the service “Dalalab registration and evaluation”. This is how it meets the law on accessible digital public services.',
    how: 'How accessible is the service?',
    state:
      'We build for WCAG 2.2, level AA. Nobody outside has reviewed the service. So we state it as partly compliant.',
    known: 'What we know of',
    limits: [
      'Presentations and other files from speakers may lack structure and descriptions of pictures. They come from others, and we cannot remake them. Tell us, and we help you.',
      'The words of the commitment box exist in Swedish only, since they are quoted.',
    ],
    method: 'How we have tested',
    methodText:
      'Self-assessment: automatic tests with every change, keyboard, a width of 320 pixels, dark mode and high contrast.',
    burden: 'We have exempted no content as a disproportionate burden.',
    report: 'Is something not working?',
    reportText: 'Tell us what happened and on which page. Write your e-mail address if you want an answer.',
    what: 'What is not working?',
    email: 'E-mail (voluntary)',
    send: 'Send',
    sent: 'Thank you. We have what you wrote.',
    empty: 'Write what is not working.',
    elsewhere: 'Go by way of your learning project’s page, and there is a form here.',
    digg: 'Are you not satisfied with our answer? Report it to Digg, digg.se/tdosanmalan.',
    dates: 'The assessment was made when this version was taken into use, and is made again with larger changes.',
  },
} as const;

/** The eleven points of Digg's list, with a form for telling what does not work. */
export function accessibilityPage(page: AccessibilityPage): string {
  const { project, language } = page;
  const text = words[language];
  const main = html`<h1>${text.title}</h1>
    <p>${text.who}</p>
    <h2>${text.how}</h2>
    <p>${text.state}</p>
    <h2>${text.known}</h2>
    <ul>
      ${text.limits.map((limit) => html`<li>${limit}</li>`)}
    </ul>
    <p>${text.burden}</p>
    <h2>${text.method}</h2>
    <p>${text.methodText} ${text.dates}</p>
    <h2 id="rapport">${text.report}</h2>
    ${report(page)}
    <p>${text.digg}</p>`;
  const base = { title: text.title, language, main, hasErrors: page.isEmpty };
  return publicPage(project === null ? base : { ...base, project: { id: project.projectId, title: project.title } });
}

function report({ project, language, isReported, isEmpty }: AccessibilityPage): Html {
  const text = words[language];
  if (project === null) return html`<p>${text.elsewhere}</p>`;
  if (isReported) return html`<div class="box good" role="status" tabindex="-1" autofocus><p>${text.sent}</p></div>`;
  const fault = isEmpty ? text.empty : undefined;
  return html`<p>${text.reportText}</p>
    <form
      method="post"
      action="/tillganglighet/${encodeURIComponent(project.projectId)}${languageQuery(language)}"
      novalidate
    >
      ${textArea({ name: 'text', label: text.what, value: '', fault })}
      ${textField({ name: 'email', label: text.email, value: '', type: 'email', autocomplete: 'email', required: false })}
      <button type="submit">${text.send}</button>
    </form>`;
}
