// The columns of an exported pipeline. What is written under these names is looked for under them when the workbook comes back.

export const exportHeaders = {
  name: 'Name',
  firstname: 'First name',
  lastname: 'Last name',
  email: 'Email',
  atsCandidateId: 'Your ID',
  project: 'Project',
  jobPost: 'Job post',
  /** The one to edit. */
  stage: 'Stage',
  score: 'Score',
  submission: 'Submission',
  inStageSince: 'In stage since',
  appliedAt: 'Applied at',
  applicationId: 'Application ID',
  candidateId: 'Candidate ID',
  stageBefore: 'Stage when exported',
} as const;

/** The sheet that they stand in. */
export const applicationsSheetName = 'Applications';

/** In the Stage column's drop-down, after the stages. */
export const rejectChoice = 'Reject';
