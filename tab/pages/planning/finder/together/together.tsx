import { useState } from 'react';
import type {
  TogetherForm,
  TogetherView,
  TogetherWish,
} from '../../../../../src/features/planning/dates/together/types.ts';
import { call, useRead } from '../../../../api.ts';
import { useSay } from '../../../../language.tsx';
import { PageLink } from '../../../../parts/page-link.tsx';
import { Section } from '../../../../parts/section.tsx';
import { Answered, Empty, Failed, Loading } from '../../../../parts/states.tsx';
import { finder } from '../../../../wording/finder.ts';
import { together as words } from '../../../../wording/together.ts';
import { TogetherWishForm } from './form.tsx';
import { TogetherResult } from './result.tsx';

/** What is being filled in must not be replaced meanwhile. */
const NEVER_MS = 3_600_000;
const path = '/together';

/** Datum för flera lärprojekt: which, one window for all, and the days that each gets. */
export function TogetherPart() {
  const say = useSay();
  const form = useRead<TogetherForm | null>(path, NEVER_MS);
  return (
    <div className="stack">
      <p className="back">
        <PageLink to="/planering/hitta-datum">← {say(words.back)}</PageLink>
      </p>
      <Answered query={form}>
        {(known) =>
          known === null || known.projects.length < 2 ? (
            <Empty title={words.none} text={words.noneText} />
          ) : (
            <Finder form={known} />
          )
        }
      </Answered>
    </div>
  );
}

interface Search {
  readonly wish: TogetherWish;
  readonly found?: TogetherView;
  readonly problem?: unknown;
}

function Finder({ form: read }: { form: TogetherForm }) {
  const say = useSay();
  // When one project's dates have been set it has nothing left to look for; the others are still to be confirmed.
  const [form] = useState(read);
  const [search, setSearch] = useState<Search>();
  async function run(wish: TogetherWish) {
    setSearch({ wish });
    try {
      setSearch({ wish, found: await call<TogetherView>(path, { method: 'POST', body: wish }) });
    } catch (problem) {
      setSearch({ wish, problem });
    }
  }
  const isBusy = search !== undefined && search.found === undefined && search.problem === undefined;
  return (
    <>
      <Section title={say(words.title)} intro={say(words.intro)}>
        <TogetherWishForm
          form={form}
          isBusy={isBusy}
          hasSearched={search !== undefined}
          onSearch={(wish) => void run(wish)}
        />
      </Section>
      {isBusy && (
        <Section title={say(words.result)}>
          <p role="status">{say(finder.searching)}</p>
          <Loading lines={4} />
        </Section>
      )}
      {search?.problem !== undefined && <Failed cause={search.problem} onRetry={() => void run(search.wish)} />}
      {search?.found !== undefined && <TogetherResult found={search.found} />}
    </>
  );
}
