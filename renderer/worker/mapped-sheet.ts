// The people of one table under one mapping: remembered or proposed, changed by the recruiter, read once and kept.
import { toPeople } from '../../shared/batches/prepare-rows';
import { type Recall, recallMapping, toMappingContent } from '../../shared/mappings/recall-mapping';
import type { MappingContent, SavedMapping } from '../../shared/mappings/saved-mapping';
import { assignColumn } from '../../shared/operations/change-mapping';
import type { PersonToCheck } from '../../shared/operations/check-person';
import { type InviteField, inviteFields, type PersonField } from '../../shared/operations/field';
import type { Mapping, MappingProposal, NameOrder } from '../../shared/operations/mapping';
import { proposeMapping } from '../../shared/operations/propose-mapping';
import type { Table } from '../../shared/spreadsheets/spreadsheet';
import { changedFields } from './changed-fields';
import { toColumnsView } from './column-views';
import { toNameExamples } from './name-examples';
import type { ColumnsView, NameExamples, RecallView } from './session-types';

export class MappedSheet {
  private readonly proposal: MappingProposal;
  private recall: Recall<SavedMapping> | null;
  private isRecallUsed: boolean;
  private chosen: Mapping;
  private read: readonly PersonToCheck[] | null = null;

  /**
   * A remembered mapping of the same header is put to use at once; one of a similar header is only offered. `handedOver`: the one
   * of a batch file, which takes the place of both.
   */
  constructor(
    readonly table: Table,
    saved: readonly SavedMapping[] = [],
    private readonly handedOver: Mapping | null = null,
  ) {
    this.proposal = proposeMapping(table);
    if (handedOver !== null) {
      this.recall = null;
      this.isRecallUsed = false;
      this.chosen = handedOver;
      return;
    }
    const recall = recallMapping(table, this.proposal.mapping, saved);
    this.recall = recall?.kind === 'near' && isSame(recall.mapping, this.proposal.mapping) ? null : recall;
    this.isRecallUsed = this.recall?.kind === 'same';
    this.chosen = this.isRecallUsed && this.recall ? this.recall.mapping : this.proposal.mapping;
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
    return toColumnsView(this.table, this.chosen, this.proposal.columns, {
      mapping: this.handedOver ?? (this.isRecallUsed ? (this.recall?.mapping ?? null) : null),
      view: this.toRecallView(),
      when: this.handedOver === null ? 'last time' : 'when it was prepared',
    });
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

  /** Lets go of what is remembered, and proposes from header and values. */
  proposeAnew(): PersonField[] {
    this.recall = null;
    this.isRecallUsed = false;
    return this.use(this.proposal.mapping);
  }

  /** Uses the remembered mapping that was offered. */
  useOffered(): PersonField[] {
    if (this.recall === null) return [];
    this.isRecallUsed = true;
    return this.use(this.recall.mapping);
  }

  /** What to remember of these columns; null where nothing should be. */
  toRemember(): MappingContent | null {
    return toMappingContent(this.table, this.chosen);
  }

  private toRecallView(): RecallView | null {
    if (this.recall === null) return null;
    const { name, lastUsedAtMs } = this.recall.known;
    if (this.isRecallUsed) return { kind: 'applied', name, lastUsedAtMs };
    const { missing, added } = this.recall.kind === 'near' ? this.recall : { missing: [], added: [] };
    return { kind: 'offered', name, lastUsedAtMs, missing, added };
  }

  private use(mapping: Mapping): PersonField[] {
    const changed = changedFields(this.chosen, mapping);
    this.chosen = mapping;
    this.read = null;
    return changed;
  }
}

/** A question whose answers come to the same is not asked. */
function isSame(one: Mapping, other: Mapping): boolean {
  return (
    one.nameOrder === other.nameOrder &&
    inviteFields.every((field) => one.columns[field] === other.columns[field])
  );
}
