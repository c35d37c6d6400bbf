import { bodyFrame, callApi, chooser, element, whenText } from './parts.js';

const answers = { accept: 'Acceptera', tentative: 'Preliminärt', decline: 'Tacka nej' };
const responseWords = {
  none: 'inget svar',
  notResponded: 'inget svar',
  organizer: 'organisatör',
  accepted: 'accepterat',
  tentativelyAccepted: 'preliminärt',
  declined: 'tackat nej',
};
const kindWords = {
  meetingRequest: 'Inbjudan',
  meetingUpdate: 'Uppdaterad inbjudan',
  meetingCancelled: 'Inställt',
  meetingAccepted: 'Svar: ja',
  meetingTentativelyAccepted: 'Svar: kanske',
  meetingDeclined: 'Svar: nej',
  bounce: 'Studs',
};

/** A pane with a list of mailboxes to the left; `content` fills the right. */
function mailboxPane({ main, state, rest }, hash, content) {
  let address = rest[0] ?? state().mailboxes[0]?.address;
  const list = element('div', {});
  const detail = element('section', { 'aria-live': 'polite' });
  main.append(element('div', { className: 'split' }, list, detail));
  async function refresh() {
    const boxes = state().mailboxes.map((box) => ({
      id: box.address,
      name: box.name,
      note: hash === 'brev' ? box.mails : '',
    }));
    list.replaceChildren(
      chooser(boxes, address, (chosen) => {
        address = chosen;
        history.replaceState(null, '', `#${hash}/${encodeURIComponent(chosen)}`);
        void refresh();
      }),
    );
    detail.replaceChildren(...(await content(address, refresh)));
  }
  return refresh().then(() => ({ refresh }));
}

export function mailView(parts) {
  return mailboxPane(parts, 'brev', async (address, refresh) => {
    const mails = (await callApi(`mailbox?address=${encodeURIComponent(address)}`)).filter(
      ({ folder }) => folder !== 'drafts',
    );
    const heading = element('h2', {}, address);
    if (mails.length === 0) return [heading, element('p', { className: 'quiet' }, 'Inga mejl ännu.')];
    return [heading, ...mails.toReversed().map((mail) => letter(mail, address, refresh))];
  });
}

function letter(mail, address, refresh) {
  const { meeting } = mail;
  const mayAnswer = meeting?.method === 'REQUEST' && mail.folder === 'inbox';
  const who =
    mail.folder === 'sentitems' ? `Till ${mail.to.map(({ name }) => name).join(', ')}` : `Från ${mail.from.name}`;
  const buttons = Object.entries(answers).map(([answer, label]) =>
    element(
      'button',
      {
        type: 'button',
        onclick: async () => {
          await callApi('answer', { event: meeting.iCalUId, address, answer });
          await refresh();
        },
      },
      label,
    ),
  );
  return element(
    'article',
    {},
    element(
      'header',
      {},
      element('h3', {}, mail.subject),
      element(
        'div',
        { className: 'quiet' },
        [kindWords[mail.kind], who, whenText(mail.sentAt)].filter(Boolean).join(' · '),
      ),
    ),
    meeting
      ? element(
          'p',
          {},
          `${whenText(meeting.startMs)} – ${whenText(meeting.endMs).split('kl. ')[1]}, ${meeting.location}`,
          element('br'),
          element('span', { className: 'quiet' }, `Ditt svar: ${responseWords[meeting.response] ?? meeting.response}`),
        )
      : null,
    mail.bodyType === 'html' ? bodyFrame(mail.body, `Text: ${mail.subject}`) : element('pre', {}, mail.body),
    mayAnswer
      ? element(
          'div',
          { className: 'actions' },
          ...buttons,
          element('a', { href: `/sandbox/api/mail/${encodeURIComponent(mail.id)}.ics` }, 'Kalenderfil'),
        )
      : null,
  );
}

export function calendarView(parts) {
  return mailboxPane(parts, 'kalender', async (address) => {
    const events = await callApi(`calendar?address=${encodeURIComponent(address)}`);
    const heading = element('h2', {}, address);
    if (events.length === 0) return [heading, element('p', { className: 'quiet' }, 'Kalendern är tom.')];
    return [heading, ...events.map(calendarEntry)];
  });
}

function calendarEntry(event) {
  const people = event.isOrganizer || !event.hideAttendees ? event.attendees : [];
  return element(
    'article',
    {},
    element(
      'header',
      {},
      element('h3', {}, event.isCancelled ? `Inställt: ${event.subject}` : event.subject),
      element(
        'div',
        { className: 'quiet' },
        `${whenText(event.startMs)} – ${whenText(event.endMs).split('kl. ')[1]} · ${event.locations.map(({ displayName }) => displayName).join(', ')}`,
      ),
    ),
    people.length > 0
      ? element(
          'details',
          {},
          element('summary', {}, `${people.length} inbjudna`),
          element(
            'ul',
            {},
            ...people.map(({ name, response, type }) =>
              element(
                'li',
                {},
                `${name}${type === 'resource' ? ' (lokal)' : ''}: ${responseWords[response] ?? response}`,
              ),
            ),
          ),
        )
      : null,
  );
}

export async function filesView({ main, state }) {
  const pane = element('div', { className: 'pane' });
  main.append(pane);
  async function refresh() {
    const channels = await callApi('files');
    pane.replaceChildren(
      ...channels.flatMap(({ name, files }) => [
        element('h2', {}, name),
        files.length === 0
          ? element('p', { className: 'quiet' }, 'Inga filer ännu.')
          : element('ul', {}, ...files.map(fileLine)),
      ]),
    );
  }
  const fileLine = ({ id, name, isFolder, size }) =>
    element(
      'li',
      {},
      isFolder ? `Mapp: ${name}` : element('a', { href: `/sandbox/api/file/${encodeURIComponent(id)}` }, name),
      isFolder
        ? null
        : element('span', { className: 'quiet' }, ` ${Math.ceil(size / 1024).toLocaleString('sv-SE')} kB`),
    );
  await refresh();
  return { refresh, state };
}

export async function logView({ main }) {
  const pane = element('div', { className: 'pane scroll' });
  main.append(pane);
  async function refresh() {
    const lines = await callApi('log');
    const rows = lines
      .toReversed()
      .map(({ at, method, path, status, requestBody, responseBody }) =>
        element(
          'tr',
          {},
          element('td', {}, whenText(at)),
          element('td', {}, method),
          element(
            'td',
            {},
            element(
              'details',
              {},
              element('summary', {}, decodeURIComponent(path)),
              element('pre', {}, JSON.stringify({ requestBody, responseBody }, null, 2)),
            ),
          ),
          element('td', {}, String(status)),
        ),
      );
    pane.replaceChildren(
      element('h2', {}, 'Anrop till Graph'),
      rows.length === 0
        ? element('p', { className: 'quiet' }, 'Inga anrop ännu.')
        : element(
            'table',
            {},
            element(
              'thead',
              {},
              element('tr', {}, ...['Tid', 'Metod', 'Adress', 'Svar'].map((name) => element('th', {}, name))),
            ),
            element('tbody', {}, ...rows),
          ),
    );
  }
  await refresh();
  return { refresh };
}
