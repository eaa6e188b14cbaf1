import { Button, MantineProvider } from '@mantine/core';
import { useState } from 'react';
import { ChoiceCard } from '../../renderer/components/choice-card';
import { DataGrid } from '../../renderer/components/data-grid/data-grid';
import type { CellPlace, DataGridColumn } from '../../renderer/components/data-grid/data-grid-types';
import { FooterBar } from '../../renderer/components/footer-bar';
import { MessageBox } from '../../renderer/components/message-box';
import { OutcomeBadge } from '../../renderer/components/outcome-badge';
import { OutcomeBar } from '../../renderer/components/outcome-bar';
import { OutcomeCounts } from '../../renderer/components/outcome-counts';
import { Segmented } from '../../renderer/components/segmented';
import { StepBar } from '../../renderer/components/step-bar';
import { theme, themeVariables } from '../../renderer/styles/theme';
import { runsInEachState } from '../helpers/fake-runs';

interface Line {
  readonly rowNumber: number;
  readonly first: string;
  readonly email: string;
}

const rowCount = 100_000;
const lines = new Map<number, Line>();

function lineAt(rowIndex: number): Line {
  const line = lines.get(rowIndex) ?? {
    rowNumber: rowIndex + 5,
    first: rowIndex % 7 === 3 ? '' : 'Nguyễn Thị',
    email: `person.${rowIndex}@example.com`,
  };
  lines.set(rowIndex, line);
  return line;
}

const columns: readonly DataGridColumn<Line>[] = [
  { id: 'row', header: 'Row', width: 48, isRowHeader: true, text: ({ rowNumber }) => String(rowNumber) },
  {
    id: 'first',
    header: 'First name',
    width: 140,
    text: ({ first }) => first,
    canEdit: () => true,
    tint: ({ first }) => (first === '' ? 'warning' : null),
    problem: ({ first }) => (first === '' ? 'No first name' : null),
  },
  { id: 'email', header: 'Email', width: 220, grows: true, text: ({ email }) => email, canEdit: () => true },
  {
    id: 'outcome',
    header: 'Outcome',
    width: 140,
    text: () => 'Done',
    view: () => <OutcomeBadge outcome="done" />,
  },
];

/** The parts of the window on one page, with a grid of 100,000 rows. */
export function ComponentsPage() {
  const [choice, setChoice] = useState('three');
  const [filter, setFilter] = useState('all');
  const [popUpAt, setPopUpAt] = useState<CellPlace | null>({ rowIndex: 3, columnId: 'first' });
  const run = runsInEachState[0];
  return (
    <MantineProvider theme={theme} cssVariablesResolver={themeVariables} defaultColorScheme="auto">
      <div style={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
        <StepBar
          steps={['File', 'Columns', 'Check rows', 'Target and message', 'Last look']}
          currentIndex={2}
          end="Graduate fair Hanoi 2026.xlsx"
        />
        <div style={{ display: 'grid', gap: 12, padding: 24 }}>
          <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
            <Button size="lg" variant="filled">
              Send 3, then ask me
            </Button>
            <Button variant="filled">Check 318 rows</Button>
            <Button>Back</Button>
            <Button size="xs" variant="light">
              Fix 7 alike
            </Button>
            <Button variant="danger">Reject 34 people</Button>
            <Button variant="danger-quiet">Cancel the run</Button>
            <Button disabled>Move to</Button>
            <Button variant="subtle">See the run</Button>
            <Segmented
              label="Rows"
              value={filter}
              onChange={setFilter}
              choices={[
                { value: 'all', label: 'All', count: '318' },
                { value: 'done', label: 'Done', count: '284' },
              ]}
            />
          </div>
          <div style={{ display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: 12 }}>
            <MessageBox tone="warning">Flowmingo asked us to wait 12 s. Going on by itself.</MessageBox>
            <MessageBox tone="refused">Flowmingo no longer accepts this key.</MessageBox>
            <MessageBox tone="unknown">Not sure about 3 people.</MessageBox>
            <MessageBox tone="info">Two names have one word only.</MessageBox>
          </div>
          <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12 }}>
            <ChoiceCard
              name="start"
              title="3 first, then the rest"
              isChosen={choice === 'three'}
              onChoose={() => setChoice('three')}
            >
              Sends to rows 5, 6 and 7, and asks you.
            </ChoiceCard>
            <ChoiceCard
              name="start"
              title="All 301 at once"
              isChosen={choice === 'all'}
              onChoose={() => setChoice('all')}
            >
              About 3 minutes.
            </ChoiceCard>
          </div>
          {run && <OutcomeBar counts={run.counts} inFlight={run.inFlight} height={12} />}
          {run && <OutcomeCounts counts={run.counts} total={run.total} isGoingOn />}
        </div>
        <DataGrid
          label="People"
          kind="sheet"
          columns={columns}
          rowCount={rowCount}
          rowAt={lineAt}
          rowHeight={28}
          onEdit={(place, text) =>
            lines.set(place.rowIndex, { ...lineAt(place.rowIndex), [place.columnId]: text })
          }
          popUp={
            popUpAt && {
              at: popUpAt,
              content: (
                <>
                  <p>No first name after “Dear”.</p>
                  <Button size="xs" onClick={() => setPopUpAt(null)}>
                    Leave row out
                  </Button>
                </>
              ),
            }
          }
        />
        <FooterBar onBack={() => {}} main={{ label: 'Show the next of 5', onClick: () => {} }}>
          <span>
            <b>318</b> rows
          </span>
        </FooterBar>
      </div>
    </MantineProvider>
  );
}
