import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { PushPayload } from '../../shared/ipc/contract';
import { bridge } from '../bridge';
import { formatNumber } from './format-number';
import { useNow } from './use-now';

/** While the app ends: which answers it waits for, and how long at most. It cannot be closed; the app closes by itself. */
export function ClosingNote() {
  const [closing, setClosing] = useState<PushPayload<'app:answers-awaited'> | null>(null);
  useEffect(() => bridge.listen('app:answers-awaited', setClosing), []);
  const nowMs = useNow(closing !== null);
  if (closing === null) return null;
  const { awaitedCount, untilMs } = closing;
  const seconds = Math.max(1, Math.ceil((untilMs - nowMs) / 1000));
  return (
    <Modal
      opened
      onClose={() => {}}
      title="Pausing, and then the app closes"
      size={440}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      classNames={{ title: 'type-section' }}
    >
      <p role="status">
        Nothing more is sent.{' '}
        {awaitedCount === 1
          ? 'One answer is still on its way.'
          : `${formatNumber(awaitedCount)} answers are still on their way.`}
      </p>
      <p className="text-2">
        We wait {formatNumber(seconds)} {seconds === 1 ? 'second' : 'seconds'} at most. Next time you go on
        from there.
      </p>
    </Modal>
  );
}
