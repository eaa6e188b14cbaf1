// What a pipeline's workbook and CSV files are written from. They never hold anything that is not in here.
import type { ChangeKind, SnapshotSummary } from '../../shared/pipeline/snapshot';
import type { Environment } from '../../shared/workspaces/workspace';
import type { KeptSubmission } from '../store/pipeline-export-store';
import type { KeptApplication } from '../store/pipeline-read-store';

/** A stage and how many are in it; `before` at the snapshot that it is compared with, null without one. */
export interface ExportStage {
  /** Null: in no stage. */
  readonly id: string | null;
  readonly title: string;
  readonly now: number;
  readonly before: number | null;
  /** Whether the project lists it: only then can somebody be moved there. */
  readonly isListed: boolean;
}

export interface ExportProject {
  /** Null: applications that name no project. */
  readonly id: string | null;
  readonly title: string;
  readonly applicationCount: number;
  /** In pipeline order. */
  readonly stages: readonly ExportStage[];
}

/** An application that is not as it was. */
export interface ExportChange {
  readonly kinds: readonly ChangeKind[];
  readonly person: Pick<KeptApplication, 'firstname' | 'lastname' | 'email' | 'atsCandidateId'>;
  readonly projectTitle: string | null;
  /** Null: in no stage, or not there. */
  readonly fromTitle: string | null;
  readonly toTitle: string | null;
  readonly score: number | null;
  readonly applicationId: string;
  readonly candidateId: string | null;
}

/** A snapshot as it is exported: of one project, or of all. */
export interface PipelineExport {
  readonly snapshot: SnapshotSummary;
  readonly workspace: {
    readonly name: string;
    readonly environment: Environment;
    readonly organizationId: number | null;
  };
  /** Null: everything. */
  readonly project: { readonly id: string; readonly title: string } | null;
  readonly since: SnapshotSummary | null;
  readonly projects: readonly ExportProject[];
  /** How many `applications` gives. */
  readonly applicationCount: number;
  /** Each gives every row once, from the start at each call: applications in the order of `projects` and their stages. */
  applications(): Iterable<KeptApplication>;
  submissions(): Iterable<KeptSubmission>;
  /** Empty where there is nothing to compare with. */
  changes(): Iterable<ExportChange>;
}
