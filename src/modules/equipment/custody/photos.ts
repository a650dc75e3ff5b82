import { notFound, type Answer } from "../../../platform/http/answer.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { insidePicture } from "../../communes/index.ts";
import type { Loan } from "../loans/queries.ts";
import { requireUnit } from "../units/require.ts";
import { spaceSide } from "../who.ts";
import { allocationsOf, historyOf, type Report } from "./queries.ts";

/** The photo of the address, when it is one of these reports: who asks was let in to read them. */
const oneOf = async (ask: Ask, reports: readonly (Report | null)[]): Promise<Answer> => {
  const file = ask.params["file"] ?? "";
  return reports.some((report) => report?.fileIds.includes(file))
    ? insidePicture(ask, file)
    : notFound();
};

/** A photo of a loan, for who borrows it or lends it. */
export const photoOfLoan = async (ask: Ask, loan: Loan): Promise<Answer> =>
  oneOf(ask, (await allocationsOf(ask.tx, [loan.id])).flatMap(({ out, back }) => [out, back])); // prettier-ignore

/** A photo of the history of a unit, for the association whose it is. */
export const photoOfUnit = async (ask: Ask): Promise<Answer> =>
  oneOf(ask, await historyOf(ask.tx, (await requireUnit(ask, spaceSide)).id));
