/** The seven axes of the programme, in its order. */
export const axes = ["1", "2", "3", "4", "5", "6", "7"] as const;
export type Axis = (typeof axes)[number];

/**
 * The 21 commitments of the commune, three an axis. Their words are in the catalogues, at the same path:
 * `commitments:commitment.1.1.title`.
 */
export const commitmentIds = [
  "1.1",
  "1.2",
  "1.3",
  "2.1",
  "2.2",
  "2.3",
  "3.1",
  "3.2",
  "3.3",
  "4.1",
  "4.2",
  "4.3",
  "5.1",
  "5.2",
  "5.3",
  "6.1",
  "6.2",
  "6.3",
  "7.1",
  "7.2",
  "7.3",
] as const;
export type CommitmentId = (typeof commitmentIds)[number];

/** The axis of a commitment: `"3.2"` belongs to axis `"3"`. */
export const axisOf = (id: CommitmentId): Axis => id.slice(0, 1) as Axis;

/** The commitments of an axis, in the order of the programme. */
export const commitmentsOf = (axis: Axis): CommitmentId[] =>
  commitmentIds.filter((id) => axisOf(id) === axis);
