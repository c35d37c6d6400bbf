import { useState } from 'react';
import type { DateWish, DateWishForm, FoundView } from '../../../../src/features/planning/dates/finding/types.ts';
import type { ProjectListItem } from '../../../../src/features/planning/types.ts';
import { call, useRead } from '../../../api.ts';
import { useSay } from '../../../language.tsx';
import { PageLink } from '../../../parts/page-link.tsx';
import { Section } from '../../../parts/section.tsx';
import { Answered, Empty, Failed, Loading } from '../../../parts/states.tsx';
import { usePath } from '../../../project.tsx';
import { finder as words } from '../../../wording/finder.ts';
import { together } from '../../../wording/together.ts';
import { Found } from './found.tsx';
import { PollSection } from './poll-section.tsx';
import { WishForm } from './wish-form.tsx';

/** What is being filled in must not be replaced meanwhile. */
const NEVER_MS = 3_600_000;

/** Hitta datum: what is asked for, three proposals, and the calendar in which days can be chosen by hand. */
export function FinderPart() {
  const say = useSay();
  const path = usePath();
  const form = useRead<DateWishForm>(path('/dates/wish'), NEVER_MS);
  return (
    <div className="stack">
      <p className="back">
        <PageLink to="/planering/datum">← {say(words.back)}</PageLink>
      </p>
      <PollSection />
      <Answered query={form}>
        {(known) =>
          known.sessions.length === 0 ? (
            <Empty title={words.nothingToPlace} text={words.nothingToPlaceText} />
          ) : (
            <Finder form={known} />
          )
        }
      </Answered>
    </div>
  );
}

interface Search {
  readonly wish: DateWish;
  readonly found?: FoundView;
  readonly problem?: unknown;
}

function Finder({ form }: { form: DateWishForm }) {
  const say = useSay();
  const path = usePath();
  const [search, setSearch] = useState<Search>();
  const projects = useRead<readonly ProjectListItem[]>('');
  const hasSeveral = (projects.data ?? []).length > 1;
  async function run(wish: DateWish) {
    setSearch({ wish });
    try {
      const found = await call<FoundView>(path('/dates/find'), { method: 'POST', body: wish });
      setSearch({ wish, found });
    } catch (problem) {
      setSearch({ wish, problem });
    }
  }
  const isBusy = search !== undefined && search.found === undefined && search.problem === undefined;
  return (
    <>
      <Section
        title={say(words.title)}
        intro={say(words.intro)}
        acts={
          hasSeveral && (
            <PageLink to="/planering/hitta-datum-flera" className="button">
              {say(together.link)}
            </PageLink>
          )
        }
      >
        <WishForm form={form} isBusy={isBusy} hasSearched={search !== undefined} onSearch={(wish) => void run(wish)} />
      </Section>
      {isBusy && (
        <Section title={say(words.proposals)}>
          <p role="status">{say(words.searching)}</p>
          <Loading lines={4} />
        </Section>
      )}
      {search?.problem !== undefined && <Failed cause={search.problem} onRetry={() => void run(search.wish)} />}
      {search?.found !== undefined && <Found form={form} wish={search.wish} found={search.found} />}
    </>
  );
}
