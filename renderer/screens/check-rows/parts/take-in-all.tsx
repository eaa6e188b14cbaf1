import { Button } from '@mantine/core';
import { formatNumber } from '../../../components/format-number';

interface TakeInAllProps {
  readonly count: number;
  readonly className: string | undefined;
  readonly onTakeIn: () => void;
}

/** Takes everybody in again who is left out for one reason. They are sent then, on purpose. */
export function TakeInAll({ count, className, onTakeIn }: TakeInAllProps) {
  return (
    <Button className={className} size="xs" variant="light" onClick={onTakeIn}>
      {count === 1 ? 'Take it in' : `Take in ${formatNumber(count)}`}
    </Button>
  );
}
