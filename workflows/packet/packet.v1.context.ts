export interface PacketInput {
  planId: string;
  roundId: string;
  unitId: string;
  /** Last day for reporting, null where none is set. */
  due: string | null;
  /** Day on which the due day counts as past: the day after it. */
  fires?: string | null;
}

export interface PacketContext {
  planId: string;
  roundId: string;
  unitId: string;
  due: string | null;
  /** The due day first given; a later one moves the light, not this. */
  firstDue: string | null;
  fires: string | null;
  /** The due day is past, whether reported or not. */
  duePassed: boolean;
  /** Past due and not reported. */
  overdue: boolean;
  /** Reported after the due day: 逾期报送. */
  late: boolean;
  /** The day set for the supplement is past, whether supplied or not. */
  supplementPassed: boolean;
  /** Past that day and not supplied. */
  supplementOverdue: boolean;
  /** Who sent or recorded the report that stands. */
  submittedBy: string | null;
  submittedOnBehalf: boolean;
  /** Day on which the report first came in; a supplement does not make it late. */
  receivedOn: string | null;
  /** 零报告. */
  nil: boolean;
  /** Recorded on behalf without proof yet: 待补证. */
  proofMissing: boolean;
  /** Recorded on behalf and accepted by the same person: 代填代审. */
  selfReviewed: boolean;
  /** Day of the latest recorded change that leaves the state as it is. */
  changedOn: string | null;
}

/** The context of a packet that nobody has touched. */
export function untouched(input: PacketInput): PacketContext {
  const { planId, roundId, unitId, due } = input;
  const nothing = { overdue: false, late: false, supplementPassed: false, supplementOverdue: false, duePassed: false };
  const nobody = { submittedBy: null, submittedOnBehalf: false, receivedOn: null, nil: false };
  const marks = { proofMissing: false, selfReviewed: false, changedOn: null };
  return { planId, roundId, unitId, due, firstDue: due, fires: input.fires ?? null, ...nothing, ...nobody, ...marks };
}

/** What came in: who, on whose behalf, and on which day. */
export interface Arrival {
  by: string;
  onBehalf: boolean;
  receivedOn: string;
  nil: boolean;
  proofMissing: boolean;
}

/** A report came in: the first one decides whether it was late (逾期报送), judged by the day received. */
export function arrived(context: PacketContext, arrival: Arrival): Partial<PacketContext> {
  const receivedOn = context.receivedOn ?? arrival.receivedOn;
  return {
    submittedBy: arrival.by,
    submittedOnBehalf: arrival.onBehalf,
    receivedOn,
    nil: arrival.nil,
    proofMissing: arrival.proofMissing,
    late: isAfter(receivedOn, context.due),
    overdue: false,
    supplementOverdue: false,
    selfReviewed: false,
  };
}

/** The unit took its report back: it has reported nothing, and is overdue when the due day is past. */
export function takenBack(context: PacketContext): Partial<PacketContext> {
  return {
    submittedBy: null,
    submittedOnBehalf: false,
    receivedOn: null,
    nil: false,
    proofMissing: false,
    late: false,
    overdue: context.duePassed,
    supplementOverdue: context.supplementPassed,
  };
}

/** A new due day: what was late or overdue by the old one is judged anew. */
export function dueOn(context: PacketContext, due: string | null, fires: string | null): Partial<PacketContext> {
  const late = context.receivedOn !== null && isAfter(context.receivedOn, due);
  return { due, fires, firstDue: context.firstDue ?? due, late, duePassed: false, overdue: false };
}

function isAfter(day: string, due: string | null): boolean {
  return due !== null && day > due;
}
