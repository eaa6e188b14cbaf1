// What the recruiter has changed by hand, and the way back. Never touches the sheet itself: changes lie over it.
import type { PersonField } from '../../shared/operations/field';
import { type PlaceField, pipelineHeaderWords } from '../../shared/pipeline/pipeline-header-words';
import type { EditedField } from './edited-pipeline-row';

/** What was decided about a row as a whole. */
type RowDecision = 'leave-out' | 'take-in' | null;

export type RowChange =
  | {
      readonly kind: 'value';
      readonly rowNumber: number;
      readonly field: EditedField;
      readonly value: string | null;
    }
  | { readonly kind: 'decision'; readonly rowNumber: number; readonly decision: RowDecision };

/** A change with what was there before; `before` undefined where the sheet's own value stood. */
type DoneChange =
  | {
      readonly kind: 'value';
      readonly rowNumber: number;
      readonly field: EditedField;
      readonly before: string | null | undefined;
      readonly after: string | null | undefined;
    }
  | {
      readonly kind: 'decision';
      readonly rowNumber: number;
      readonly before: RowDecision;
      readonly after: RowDecision;
    };

interface Step {
  readonly sentence: string;
  readonly changes: readonly DoneChange[];
}

export class RowChanges {
  readonly edits = new Map<number, Partial<Record<PersonField, string | null>>>();
  /** What rows of work on a pipeline say of project, stage and IDs; invitations have no use for it. */
  readonly workEdits = new Map<number, Partial<Record<PlaceField, string | null>>>();
  readonly leftOut = new Set<number>();
  readonly takenIn = new Set<number>();
  private done: Step[] = [];
  private undone: Step[] = [];

  /** What Undo would take back, in words. */
  get undoes(): string | null {
    return this.done.at(-1)?.sentence ?? null;
  }

  get redoes(): string | null {
    return this.undone.at(-1)?.sentence ?? null;
  }

  /** Makes the changes as one step. `sentence` says what was done: "Fixed 7 emails". */
  apply(sentence: string, changes: readonly RowChange[]): void {
    const step: Step = { sentence, changes: changes.map((change) => this.toDoneChange(change)) };
    for (const change of step.changes) this.put(change, change.after);
    this.done.push(step);
    this.undone = [];
  }

  /** Takes the last step back; answers its sentence, or null where there is none. */
  undo(): string | null {
    const step = this.done.pop();
    if (step === undefined) return null;
    for (const change of [...step.changes].reverse()) this.put(change, change.before);
    this.undone.push(step);
    return step.sentence;
  }

  redo(): string | null {
    const step = this.undone.pop();
    if (step === undefined) return null;
    for (const change of step.changes) this.put(change, change.after);
    this.done.push(step);
    return step.sentence;
  }

  /** Whether some row's value of this field was changed. */
  hasEdits(field: EditedField): boolean {
    return [...this.mapOf(field).values()].some((edit) => edit[field] !== undefined);
  }

  /** Forgets the edits of fields that now come from another column. The way back ends there, since it would lead to other values. */
  forgetFields(fields: readonly EditedField[]): void {
    if (fields.length === 0) return;
    for (const field of fields)
      for (const rowNumber of [...this.mapOf(field).keys()]) this.putValue(rowNumber, field, undefined);
    this.done = [];
    this.undone = [];
  }

  private toDoneChange(change: RowChange): DoneChange {
    if (change.kind === 'value') {
      const { rowNumber, field, value } = change;
      return { kind: 'value', rowNumber, field, before: this.valueOf(rowNumber, field), after: value };
    }
    const { rowNumber, decision } = change;
    const before: RowDecision = this.leftOut.has(rowNumber)
      ? 'leave-out'
      : this.takenIn.has(rowNumber)
        ? 'take-in'
        : null;
    return { kind: 'decision', rowNumber, before, after: decision };
  }

  private put(change: DoneChange, to: string | null | undefined): void {
    const { rowNumber } = change;
    if (change.kind === 'decision') {
      this.leftOut.delete(rowNumber);
      this.takenIn.delete(rowNumber);
      if (to === 'leave-out') this.leftOut.add(rowNumber);
      if (to === 'take-in') this.takenIn.add(rowNumber);
      return;
    }
    this.putValue(rowNumber, change.field, to);
  }

  /** Lays a value over the sheet's own, or (undefined) takes it away again. */
  protected putValue(rowNumber: number, field: EditedField, value: string | null | undefined): void {
    const values = this.mapOf(field);
    const edit = values.get(rowNumber) ?? {};
    if (value === undefined) delete edit[field];
    else edit[field] = value;
    if (Object.keys(edit).length === 0) values.delete(rowNumber);
    else values.set(rowNumber, edit);
  }

  private valueOf(rowNumber: number, field: EditedField): string | null | undefined {
    return this.mapOf(field).get(rowNumber)?.[field];
  }

  private mapOf(field: EditedField): Map<number, Partial<Record<EditedField, string | null>>> {
    return field in pipelineHeaderWords ? this.workEdits : this.edits;
  }
}
