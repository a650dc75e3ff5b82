import { notFound } from "../../../platform/http/answer.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { isUuid } from "../../people/index.ts";
import { loansOf, type Loan } from "./queries.ts";

/** The loan of the address, as the town hall sees it. */
export async function requireLoan(ask: Ask): Promise<Loan> {
  const id = ask.params["id"] ?? "";
  const [loan] = isUuid(id) ? await loansOf(ask.tx, { id }) : [];
  return loan ?? notFound();
}
