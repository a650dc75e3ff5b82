import { notFound } from "../../../platform/http/answer.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { isUuid } from "../../people/index.ts";
import { deskSide, keeps, type Side } from "../who.ts";
import { loansOf, type Loan } from "./queries.ts";

/** The loan of the address, for who keeps what it lends. */
export async function requireLoan(ask: Ask, side: Side = deskSide): Promise<Loan> {
  const id = ask.params["id"] ?? "";
  const [loan] = isUuid(id) ? await loansOf(ask.tx, { id }) : [];
  return loan && keeps(ask, side, loan.ownerId) ? loan : notFound();
}
