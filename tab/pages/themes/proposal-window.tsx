import { Field, Input, Textarea } from '@fluentui/react-components';
import type { ProposalTexts, RankedProposal } from '../../../src/features/themes/types.ts';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field } from '../../parts/ask.tsx';
import { usePath } from '../../project.tsx';
import { shell } from '../../wording/shell.ts';
import { themes as words } from '../../wording/themes.ts';
import { idsIn, WhoPicker } from './who-picker.tsx';

/** THM-03: a proposal more, or one that is written anew. */
export function ProposalWindow({ proposal, onClose }: { proposal?: RankedProposal; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const all = path('/themes/proposals');
  const one = (id: string) => `${all}/${encodeURIComponent(id)}`;
  const save = async (form: FormData): Promise<{ readonly id: string } | null> =>
    proposal === undefined
      ? await call(all, { method: 'POST', body: textsIn(form) })
      : await call(one(proposal.id), { method: 'PUT', body: textsIn(form) });
  return (
    <AskWindow
      title={say(proposal === undefined ? words.addTitle : words.editTitle)}
      actLabel={say(proposal === undefined ? words.add : shell.save)}
      done={say(proposal === undefined ? words.added : words.changed)}
      act={save}
      undo={(saved) =>
        proposal === undefined
          ? call(one(saved?.id ?? ''), { method: 'DELETE' })
          : call(one(proposal.id), { method: 'PUT', body: textsOf(proposal) })
      }
      onClose={onClose}
    >
      <Field label={say(words.name)} required>
        <Input name="title" required maxLength={200} defaultValue={proposal?.title ?? ''} />
      </Field>
      <Field label={say(words.why)} hint={say(words.whyHelp)}>
        <Textarea name="why" rows={4} resize="vertical" maxLength={2000} defaultValue={proposal?.why ?? ''} />
      </Field>
      <Field label={say(words.proposedBy)}>
        <Input name="proposedBy" maxLength={200} defaultValue={proposal?.proposedBy ?? ''} />
      </Field>
      <Field label={say(words.stated)} hint={say(words.statedHelp)}>
        <Input
          type="number"
          name="stated"
          min={0}
          max={500}
          defaultValue={proposal?.statedSupport === null ? '' : String(proposal?.statedSupport ?? '')}
        />
      </Field>
      <WhoPicker
        legend={say(words.supporters)}
        name="supporters"
        chosen={proposal?.supporters.map(({ id }) => id) ?? []}
      />
    </AskWindow>
  );
}

function textsIn(form: FormData): ProposalTexts {
  const stated = field(form, 'stated');
  return {
    title: field(form, 'title'),
    why: field(form, 'why'),
    proposedBy: field(form, 'proposedBy'),
    statedSupport: stated === '' ? null : Number(stated),
    supporters: idsIn(form, 'supporters'),
  };
}

function textsOf({ title, why, proposedBy, statedSupport, supporters }: RankedProposal): ProposalTexts {
  return { title, why, proposedBy, statedSupport, supporters: supporters.map(({ id }) => id) };
}
