import { Select, TextInput } from '@mantine/core';
import type { TargetLists } from '../../../../shared/ipc/contract';
import type { InviteTarget } from '../../../../shared/operations/invite-target';
import { formatDayAndTime } from '../../../components/format-date';
import { formatCount } from '../../../components/format-number';
import styles from '../target-step.module.css';

interface TargetFieldsProps {
  readonly lists: TargetLists;
  readonly target: InviteTarget;
  readonly isReadingAgain: boolean;
  readonly onChange: (target: InviteTarget) => void;
  readonly onReadAgain: () => void;
}

/** More than a person scans; the search finds the rest. */
const shownAtOnce = 200;

const toOptions = (items: readonly { id: string; title: string }[]) =>
  items.map(({ id, title }) => ({ value: id, label: title }));

/** The interview set, the project and its job post, from Flowmingo's own lists. */
export function TargetFields({ lists, target, isReadingAgain, onChange, onReadAgain }: TargetFieldsProps) {
  const posts = lists.jobPosts.filter(({ projectId }) => projectId === target.projectId);
  const titleOf = (items: readonly { id: string; title: string }[], id: string | null) =>
    items.find((item) => item.id === id)?.title ?? null;
  const common = {
    searchable: true,
    clearable: true,
    limit: shownAtOnce,
    nothingFoundMessage: 'Nothing has this name',
    maxDropdownHeight: 320,
  };
  return (
    <div>
      <div className={styles.fields}>
        <Select
          {...common}
          label="Interview set"
          placeholder={lists.interviewSets.length === 0 ? 'Flowmingo has none yet' : 'Choose one'}
          data={toOptions(lists.interviewSets)}
          value={target.setId}
          onChange={(setId) => onChange({ ...target, setId, setTitle: titleOf(lists.interviewSets, setId) })}
        />
        <Select
          {...common}
          label="Also add to a project (if you like)"
          placeholder={lists.projects.length === 0 ? 'Flowmingo has none yet' : 'No project'}
          data={toOptions(lists.projects)}
          value={target.projectId}
          onChange={(projectId) =>
            onChange({
              ...target,
              projectId,
              projectTitle: titleOf(lists.projects, projectId),
              jobPostId: null,
              jobPostTitle: null,
            })
          }
        />
        {target.projectId !== null && posts.length > 0 && (
          <Select
            {...common}
            label="Job post of this project"
            placeholder="The newest job post"
            data={toOptions(posts)}
            value={target.jobPostId}
            onChange={(jobPostId) =>
              onChange({ ...target, jobPostId, jobPostTitle: titleOf(posts, jobPostId) })
            }
          />
        )}
      </div>
      <p className="type-second text-2" role="status">
        {lists.isFresh ? 'List from Flowmingo, ' : 'Flowmingo cannot be asked now. List from '}
        {formatDayAndTime(lists.readAtMs, Date.now())}
        {lists.isFresh ? '. ' : ', it may have changed. '}
        {formatCount(lists.interviewSets.length, 'set')}, {formatCount(lists.projects.length, 'project')}.{' '}
        <button type="button" className="link-button" disabled={isReadingAgain} onClick={onReadAgain}>
          {isReadingAgain ? 'Reading' : 'Read again'}
        </button>
      </p>
    </div>
  );
}

/** For a key that may not read the lists: the ids, pasted from Flowmingo. */
export function TargetIdFields({
  target,
  onChange,
}: {
  readonly target: InviteTarget;
  readonly onChange: (target: InviteTarget) => void;
}) {
  const toId = (text: string) => (text.trim() === '' ? null : text.trim());
  return (
    <div>
      <p className={styles.note}>
        This key may invite people but not read the lists. Paste the id of the interview set or the project
        from Flowmingo.
      </p>
      <div className={styles.fields}>
        <TextInput
          label="Id of the interview set"
          maxLength={100}
          value={target.setId ?? ''}
          onChange={(event) => onChange({ ...target, setId: toId(event.target.value), setTitle: null })}
        />
        <TextInput
          label="Id of the project (if you like)"
          maxLength={100}
          value={target.projectId ?? ''}
          onChange={(event) =>
            onChange({
              ...target,
              projectId: toId(event.target.value),
              projectTitle: null,
              jobPostId: null,
              jobPostTitle: null,
            })
          }
        />
      </div>
    </div>
  );
}
