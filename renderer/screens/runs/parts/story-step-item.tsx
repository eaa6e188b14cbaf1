import type { StoryStep } from '../../../../shared/history/history';
import { outcomeLook } from '../../../components/outcome-look';
import { environmentLook } from '../../../components/shell/environment-look';
import { toStepDetails, toStepTime, toStepTitle } from '../story-words';
import styles from './person-story.module.css';

interface StoryStepItemProps {
  readonly step: StoryStep;
  /** Where a story plays in several workspaces, each step says in which. */
  readonly showsWorkspace: boolean;
  readonly onOpenRun: () => void;
}

/** One thing that was done, or was not: its sign, its sentence, when, in which run. */
export function StoryStepItem({ step, showsWorkspace, onOpenRun }: StoryStepItemProps) {
  const { Icon, color } = outcomeLook[step.outcome];
  return (
    <li className={styles.step}>
      <Icon className={styles.sign} size={16} color={color} aria-hidden="true" />
      <div>
        <p className={styles.stepTitle}>{toStepTitle(step)}</p>
        <p className="type-second text-2">{toStepTime(step)}</p>
        {toStepDetails(step).map((detail) => (
          <p key={detail} className="type-second text-2">
            {detail}
          </p>
        ))}
        {showsWorkspace && (
          <p className="type-second text-2">
            {environmentLook[step.environment].word}, {step.workspaceName}
          </p>
        )}
        <button type="button" className="link-button type-second" onClick={onOpenRun}>
          Run {step.runNumber}, {step.batchName}
        </button>
      </div>
    </li>
  );
}
