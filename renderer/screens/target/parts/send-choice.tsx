import { IconMail, IconMailOff } from '@tabler/icons-react';
import { ChoiceCard } from '../../../components/choice-card';
import { formatCount } from '../../../components/format-number';
import styles from '../target-step.module.css';

interface SendChoiceProps {
  readonly value: boolean | null;
  /** Nobody gets real email. */
  readonly isPractice: boolean;
  /** How many would get email. */
  readonly emailCount: number;
  readonly onChange: (sendInvite: boolean) => void;
}

/** Whether Flowmingo sends email. Has no answer until the recruiter gives one. */
export function SendChoice({ value, isPractice, emailCount, onChange }: SendChoiceProps) {
  return (
    <fieldset className={styles.question}>
      <legend className="type-section">Should Flowmingo send email?</legend>
      <div className={styles.cards}>
        <ChoiceCard
          name="send-invite"
          title="Yes, send the invitation"
          Icon={IconMail}
          isChosen={value === true}
          onChoose={() => onChange(true)}
        >
          {formatCount(emailCount, 'person gets', 'people get')} {isPractice ? 'a made-up' : 'an'} email with
          your message and their link{isPractice ? '' : ', from Flowmingo'}.
        </ChoiceCard>
        <ChoiceCard
          name="send-invite"
          title="No, only create the interview"
          Icon={IconMailOff}
          isChosen={value === false}
          onChoose={() => onChange(false)}
        >
          Nobody gets email. There is no invitation and no message to write.
        </ChoiceCard>
      </div>
    </fieldset>
  );
}
