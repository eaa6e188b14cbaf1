// The people of one table under one mapping: proposed, changed by the recruiter, read once and kept.
import { toPeople } from '../../shared/batches/prepare-rows';
import { assignColumn } from '../../shared/operations/change-mapping';
import type { PersonToCheck } from '../../shared/operations/check-person';
import type { InviteField, PersonField } from '../../shared/operations/field';
import type { Mapping, MappingProposal, NameOrder } from '../../shared/operations/mapping';
import { proposeMapping } from '../../shared/operations/propose-mapping';
import type { Table } from '../../shared/spreadsheets/spreadsheet';
import { changedFields } from './changed-fields';
import { toColumnsView } from './column-views';
import { toNameExamples } from './name-examples';
import type { ColumnsView, NameExamples } from './session-types';

export class MappedSheet {
  private readonly proposal: MappingProposal;
  private chosen: Mapping;
  private read: readonly PersonToCheck[] | null = null;

  constructor(readonly table: Table) {
    this.proposal = proposeMapping(table);
    this.chosen = this.proposal.mapping;
  }

  get mapping(): Mapping {
    return this.chosen;
  }

  /** The people as the sheet has them, without edits. */
  get people(): readonly PersonToCheck[] {
    this.read ??= toPeople(this.table, this.chosen);
    return this.read;
  }

  /** Whether somebody could be invited with these columns. */
  get canInvite(): boolean {
    const { email, cv_link } = this.chosen.columns;
    return email !== undefined || cv_link !== undefined;
  }

  /** Reads the people where that has not been done; answers whether it was to be done. */
  readAhead(): boolean {
    const isToRead = this.read === null;
    this.read ??= toPeople(this.table, this.chosen);
    return isToRead;
  }

  columns(): ColumnsView {
    return toColumnsView(this.table, this.chosen, this.proposal.columns);
  }

  nameExamples(): NameExamples {
    return toNameExamples(this.table, this.chosen);
  }

  /** Sends a column to a field, or to none; answers the fields that come from another place now. */
  assign(columnIndex: number, field: InviteField | null): PersonField[] {
    return this.use(assignColumn(this.chosen, columnIndex, field));
  }

  setNameOrder(nameOrder: NameOrder): PersonField[] {
    return this.use({ ...this.chosen, nameOrder });
  }

  private use(mapping: Mapping): PersonField[] {
    const changed = changedFields(this.chosen, mapping);
    this.chosen = mapping;
    this.read = null;
    return changed;
  }
}
