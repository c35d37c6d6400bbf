import { Field, Input, Textarea } from '@fluentui/react-components';
import type { ConsultationTexts, ShownConsultation } from '../../../src/features/themes/types.ts';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field } from '../../parts/ask.tsx';
import { usePath } from '../../project.tsx';
import { shell } from '../../wording/shell.ts';
import { themes as words } from '../../wording/themes.ts';
import { idsIn, WhoPicker } from './who-picker.tsx';

interface TalkProps {
  readonly talk?: ShownConsultation;
  readonly today: string;
  readonly onClose: () => void;
}

/** THM-02: whom the working group has heard, where and when, and what they said. */
export function ConsultationWindow({ talk, today, onClose }: TalkProps) {
  const say = useSay();
  const path = usePath();
  const all = path('/themes/consultations');
  const one = (id: string) => `${all}/${encodeURIComponent(id)}`;
  const save = async (form: FormData): Promise<{ readonly id: string } | null> =>
    talk === undefined
      ? await call(all, { method: 'POST', body: textsIn(form) })
      : await call(one(talk.id), { method: 'PUT', body: textsIn(form) });
  return (
    <AskWindow
      title={say(talk === undefined ? words.addTalkTitle : words.editTalkTitle)}
      actLabel={say(talk === undefined ? words.addTalk : shell.save)}
      done={say(talk === undefined ? words.talkAdded : words.talkChanged)}
      act={save}
      // What a file brought without a day cannot be written back.
      {...(talk?.date === null
        ? {}
        : {
            undo: (saved: { readonly id: string } | null) =>
              talk === undefined
                ? call(one(saved?.id ?? ''), { method: 'DELETE' })
                : call(one(talk.id), { method: 'PUT', body: textsOf(talk) }),
          })}
      onClose={onClose}
    >
      <Field label={say(words.forum)} hint={say(words.forumHelp)} required>
        <Input name="forum" required maxLength={200} defaultValue={talk?.forum ?? ''} />
      </Field>
      <Field label={say(words.day)} required>
        <Input type="date" name="date" required max={today} defaultValue={talk?.date ?? today} />
      </Field>
      <Field label={say(words.summary)}>
        <Textarea name="summary" rows={4} resize="vertical" maxLength={2000} defaultValue={talk?.summary ?? ''} />
      </Field>
      <WhoPicker legend={say(words.heard)} name="heard" chosen={talk?.heard.map(({ id }) => id) ?? []} />
    </AskWindow>
  );
}

function textsIn(form: FormData): ConsultationTexts {
  return {
    forum: field(form, 'forum'),
    date: field(form, 'date'),
    summary: field(form, 'summary'),
    heard: idsIn(form, 'heard'),
  };
}

function textsOf({ forum, date, summary, heard }: ShownConsultation): ConsultationTexts {
  return { forum, date: date ?? '', summary, heard: heard.map(({ id }) => id) };
}
