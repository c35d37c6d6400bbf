import { boxPane } from './boxes.js';
import { bodyFrame, callApi, element, linkedText, rangeText, whenText } from './parts.js';
import { words } from './words.js';

/** Mailboxes of people, rooms and shared ones, with invitations that can be answered. */
export function mailView(parts) {
  const open = new Set();
  let said = '';
  return boxPane(parts, {
    hash: 'brev',
    label: words.chooseBox,
    note: ({ mails }) => (mails > 0 ? mails : ''),
    content: async ({ address }, refresh) => {
      const mails = (await callApi(`mailbox?address=${encodeURIComponent(address)}`))
        .filter(({ folder }) => folder !== 'drafts')
        .toReversed();
      const say = async (text) => {
        said = text;
        await refresh();
        said = '';
      };
      return {
        data: mails.map(({ id, meeting }) => [id, meeting?.response]),
        draw: () => [
          element('p', { role: 'status', className: 'news' }, said),
          ...(mails.length === 0 ? [element('p', { className: 'quiet' }, words.noMails)] : []),
          ...mails.map((mail, index) => letter(mail, { address, open, isFirst: index === 0, say })),
        ],
      };
    },
  });
}

const MOST_NAMES = 3;

function letter(mail, { address, open, isFirst, say }) {
  const names = mail.to.map(({ name }) => name);
  const others = names.length > MOST_NAMES ? words.andMore(names.length - MOST_NAMES) : '';
  const who =
    mail.folder === 'sentitems' ? words.to(names.slice(0, MOST_NAMES).join(', ') + others) : words.from(mail.from.name);
  const key = `${address} ${mail.id}`;
  const details = element(
    'details',
    { className: 'letter', open: isFirst || open.has(key) },
    element(
      'summary',
      {},
      element(
        'span',
        { className: 'subject' },
        words.kinds[mail.kind] ? element('span', { className: `kind ${mail.kind}` }, words.kinds[mail.kind]) : null,
        mail.subject,
      ),
      element('span', { className: 'quiet' }, `${who} · ${whenText(mail.sentAt)}`),
    ),
  );
  const fill = () => {
    if (details.open && details.childElementCount === 1) details.append(...body(mail, address, say));
  };
  details.addEventListener('toggle', () => {
    if (details.open) open.add(key);
    else open.delete(key);
    fill();
  });
  fill();
  return details;
}

function body(mail, address, say) {
  const { meeting } = mail;
  const mayAnswer = meeting?.method === 'REQUEST' && mail.folder === 'inbox';
  const file = (kind, label) =>
    element('a', { href: `/sandbox/api/mail/${encodeURIComponent(mail.id)}.${kind}`, download: '' }, label);
  return [
    meeting ? when(meeting) : null,
    mayAnswer ? answerButtons(meeting, address, say) : null,
    mail.bodyType === 'html'
      ? bodyFrame(mail.body, `${words.mailText}: ${mail.subject}`)
      : element('pre', { className: 'plain' }, linkedText(mail.body)),
    element('p', { className: 'downloads' }, meeting ? file('ics', words.icsFile) : null, file('eml', words.emlFile)),
  ].filter((part) => part !== null);
}

function when(meeting) {
  return element(
    'p',
    { className: 'when' },
    element('strong', {}, rangeText(meeting.startMs, meeting.endMs)),
    meeting.location ? element('span', {}, meeting.location) : null,
    element('span', {}, `${words.yourAnswer} ${words.answers[meeting.response] ?? meeting.response}`),
  );
}

function answerButtons(meeting, address, say) {
  const given = { accept: 'accepted', tentative: 'tentativelyAccepted', decline: 'declined' };
  return element(
    'div',
    { className: 'actions' },
    Object.entries(given).map(([answer, state]) =>
      element(
        'button',
        {
          type: 'button',
          'aria-pressed': String(meeting.response === state),
          onclick: async () => {
            try {
              const { stands } = await callApi('answer', { event: meeting.iCalUId, address, answer });
              // What is due by it (the organiser's mail, the product's own reading) happens now and not at the next poll.
              await callApi('clock', { to: 'settle' });
              await say(stands ? words.answered(words.answers[state]) : words.noLonger);
            } catch (problem) {
              await say(problem.message);
            }
          },
        },
        words[answer],
      ),
    ),
  );
}
