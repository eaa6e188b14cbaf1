// Lines of the first sheet of a workbook: what it is about, in a label and a value.
import type { Environment } from '../../shared/workspaces/workspace';
import type { Cell } from './xlsx-cells';

export type OverviewRow = readonly (Cell | null)[];

const environmentNames: Readonly<Record<Environment, string>> = {
  production: 'PRODUCTION',
  staging: 'STAGING',
  practice: 'PRACTICE',
};

/** "Acme, PRODUCTION, organization 7". */
export function toWorkspaceText(workspace: {
  readonly name: string;
  readonly environment: Environment;
  readonly organizationId: number | null;
}): string {
  const { name, environment, organizationId } = workspace;
  return `${name}, ${environmentNames[environment]}${organizationId === null ? '' : `, organization ${organizationId}`}`;
}

/** A label and a text. */
export function fact(label: string, text: string): OverviewRow {
  return [
    { kind: 'text', text: label, style: 'label' },
    { kind: 'text', text, style: 'wrapped' },
  ];
}

/** A label and a time, UTC; "Not yet" for null. */
export function timeFact(label: string, timeMs: number | null): OverviewRow {
  if (timeMs === null) return fact(label, 'Not yet');
  return [
    { kind: 'text', text: label, style: 'label' },
    { kind: 'time', timeMs, style: 'time' },
  ];
}
