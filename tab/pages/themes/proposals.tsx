import { Badge, Button } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import type { ProposalOutcome, RankedProposal, ThemesView } from '../../../src/features/themes/types.ts';
import { call, useAct } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { Section } from '../../parts/section.tsx';
import { Remark } from '../../parts/status.tsx';
import { useDone } from '../../parts/undo.ts';
import { useMay, usePath } from '../../project.tsx';
import { themes as words } from '../../wording/themes.ts';
import { Support } from './support.tsx';

const ProposalWindow = lazy(async () => ({ default: (await import('./proposal-window.tsx')).ProposalWindow }));

const PasteWindow = lazy(async () => ({ default: (await import('./paste-window.tsx')).PasteWindow }));

/** THM-03: what the steering group can choose from, the most supported first. */
export function ProposalsSection({ view }: { view: ThemesView }) {
  const say = useSay();
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const [isPasting, setPasting] = useState(false);
  const { proposals, decision } = view;
  const add = may('themes.edit') && (
    <>
      <Button onClick={() => setPasting(true)}>{say(words.paste)}</Button>
      <Button
        icon={<Add20Regular />}
        appearance={proposals.length === 0 ? 'primary' : 'secondary'}
        onClick={() => setAdding(true)}
      >
        {say(words.add)}
      </Button>
    </>
  );
  return (
    <Section id="forslag" title={say(words.proposals)} intro={say(words.proposalsIntro)} acts={add}>
      {proposals.length === 0 ? (
        <p className="measure">{say(words.noProposals)}</p>
      ) : (
        <ol className="rows proposals">
          {proposals.map((proposal) => (
            <li key={proposal.id}>
              <ProposalRow proposal={proposal} view={view} />
            </li>
          ))}
        </ol>
      )}
      {proposals.length === 1 && decision === null && <Remark tone="next">{say(words.tooFew)}</Remark>}
      {isPasting && (
        <Suspense>
          <PasteWindow onClose={() => setPasting(false)} />
        </Suspense>
      )}
      {isAdding && (
        <Suspense>
          <ProposalWindow onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </Section>
  );
}

const outcomes: Readonly<Record<Exclude<ProposalOutcome, 'open'>, 'brand' | 'informative'>> = {
  selected: 'brand',
  notSelected: 'informative',
  deferred: 'informative',
};

function ProposalRow({ proposal, view }: { proposal: RankedProposal; view: ThemesView }) {
  const say = useSay();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const { title, why, proposedBy, supporters, outcome, rank, support } = proposal;
  const names = supporters.map(({ name }) => name).join(', ');
  return (
    <article className="row proposal" aria-label={title}>
      <p className="proposal-place" aria-label={say(words.place, { n: rank })}>
        {support === 0 ? '–' : rank}
      </p>
      <div className="row-text">
        <p className="row-title">
          {title}{' '}
          {outcome !== 'open' && (
            <Badge appearance="tint" color={outcomes[outcome]}>
              {say(words[outcome])}
            </Badge>
          )}
        </p>
        <Support proposal={proposal} view={view} />
        {why !== '' && <p className="proposal-why">{why}</p>}
        <p className="quiet">
          {proposedBy !== '' && `${say(words.by, { name: proposedBy })} `}
          {names !== '' && say(words.supportedBy, { names })}
        </p>
      </div>
      {may('themes.edit') && <RowActs proposal={proposal} view={view} onEdit={() => setOpen(true)} />}
      {isOpen && (
        <Suspense>
          <ProposalWindow proposal={proposal} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </article>
  );
}

interface ActsProps {
  readonly proposal: RankedProposal;
  readonly view: ThemesView;
  readonly onEdit: () => void;
}

function RowActs({ proposal: { id, title }, view, onEdit }: ActsProps) {
  const say = useSay();
  const path = usePath();
  const done = useDone();
  const messages = useMessages();
  const address = path(`/themes/proposals/${encodeURIComponent(id)}`);
  const removing = useAct(async () => {
    await call(address, { method: 'DELETE' });
  });
  const remove = () =>
    removing
      .run(undefined)
      .then(() => done(say(words.removed), () => call(`${address}/back`, { method: 'POST' })), messages.failed);
  return (
    <div className="actions">
      <Button appearance="subtle" aria-label={say(words.editOf, { name: title })} onClick={onEdit}>
        {say(words.edit)}
      </Button>
      {view.decision?.proposalId !== id && (
        <Button
          appearance="subtle"
          aria-label={say(words.removeOf, { name: title })}
          disabled={removing.isBusy}
          onClick={() => void remove()}
        >
          {say(words.remove)}
        </Button>
      )}
    </div>
  );
}
