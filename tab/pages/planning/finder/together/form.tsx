import { Button, Checkbox } from '@fluentui/react-components';
import { CalendarSearch20Regular } from '@fluentui/react-icons';
import { useState, type FormEvent } from 'react';
import type {
  TogetherChoice,
  TogetherForm,
  TogetherWish,
} from '../../../../../src/features/planning/dates/together/types.ts';
import { useSay } from '../../../../language.tsx';
import { Remark } from '../../../../parts/status.tsx';
import { finder } from '../../../../wording/finder.ts';
import { together as words } from '../../../../wording/together.ts';
import { Times, timesIn, Weekdays } from '../wish-form.tsx';

interface FormProps {
  readonly form: TogetherForm;
  readonly isBusy: boolean;
  readonly hasSearched: boolean;
  readonly onSearch: (wish: TogetherWish) => void;
}

export function TogetherWishForm({ form, isBusy, hasSearched, onSearch }: FormProps) {
  const say = useSay();
  // Days that stand are moved only when somebody asks for it.
  const undated = form.projects.filter((project) => !isDated(project));
  const usual = undated.length > 1 ? undated : form.projects;
  const [isTooFew, setTooFew] = useState(false);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const answers = new FormData(event.currentTarget);
    const projects = answers.getAll('project').map(String);
    setTooFew(projects.length < 2);
    if (projects.length > 1) onSearch({ ...timesIn(answers), projects });
  }
  return (
    <form className="form finder-form" onSubmit={submit}>
      <fieldset className="ticks">
        <legend>{say(words.projects)}</legend>
        {form.projects.map((project) => (
          <Checkbox
            key={project.projectId}
            name="project"
            value={project.projectId}
            label={<Named project={project} />}
            defaultChecked={usual.includes(project)}
          />
        ))}
      </fieldset>
      <div role="alert">{isTooFew && <Remark tone="warning">{say(words.tooFew)}</Remark>}</div>
      <Times wish={form.wish} />
      <Weekdays chosen={form.wish.weekdays} />
      <p className="quiet">{say(words.usual)}</p>
      <div className="finder-act">
        <Button appearance="primary" type="submit" icon={<CalendarSearch20Regular />} disabled={isBusy}>
          {say(hasSearched ? finder.again : words.search)}
        </Button>
      </div>
    </form>
  );
}

function isDated({ sessions }: TogetherChoice): boolean {
  return sessions.every(({ date }) => date !== null);
}

function Named({ project }: { project: TogetherChoice }) {
  const say = useSay();
  const { title, sessions } = project;
  return <>{say(isDated(project) ? words.dated : words.undated, { title, n: sessions.length })}</>;
}
