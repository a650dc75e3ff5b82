import { z } from "zod";
import { record } from "../../journal/index.ts";
import { notFound, page, redirect } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, say, shape, typedFrom } from "../../../platform/http/form.ts";
import { anyone, anyStaff, staff } from "../../../platform/http/person.ts";
import { publish } from "../published.ts";
import { commitmentIds, type CommitmentId } from "./codes.ts";
import { commitmentsDeskPage, editCommitmentPage } from "./desk-pages.tsx";
import { commitmentPage } from "./commitment-page.tsx";
import { commitmentsPage } from "./pages.tsx";
import { commitmentHistory, currentStandings, noteStanding } from "./queries.ts";
import { commitmentStates, since, standingRefusal } from "./rules.ts";
import { commitmentUrls } from "./urls.ts";

const editors = staff("referent");

const schema = z.object({
  state: z.enum(commitmentStates, say("settings:commitments.problem.state")),
  owner: z
    .string()
    .min(1, say("settings:commitments.problem.owner"))
    .max(120, say("settings:problem.long")),
  evidence: z.string().max(2000, say("settings:problem.long")),
});

export const routes: Route[] = [
  get(
    commitmentUrls.all,
    anyone,
    async (ask) => page(commitmentsPage(ask.view, await currentStandings(ask.tx))),
    { cached: true },
  ),
  get(
    commitmentUrls.one(":id"),
    anyone,
    async (ask) => {
      const id = idOf(ask);
      const history = await commitmentHistory(ask.tx, id);
      return page(commitmentPage(ask.view, id, history, since(history)));
    },
    { cached: true },
  ),
  get(commitmentUrls.desk, anyStaff, async (ask) =>
    page(commitmentsDeskPage(ask.view, await currentStandings(ask.tx), editors.allows(ask.person))),
  ),
  get(commitmentUrls.edit(":id"), editors, async (ask) => {
    const id = idOf(ask);
    const history = await commitmentHistory(ask.tx, id);
    const [latest] = history;
    const form = formState(
      typedFrom({ state: latest?.state, owner: latest?.owner, evidence: latest?.evidence }),
    );
    return page(editCommitmentPage(ask.view, id, form, history));
  }),
  post(commitmentUrls.edit(":id"), editors, async (ask) => {
    const id = idOf(ask);
    const history = await commitmentHistory(ask.tx, id);
    const [latest] = history;
    const refused = (problems: Parameters<typeof formState>[1]) =>
      page(editCommitmentPage(ask.view, id, formState(ask.form, problems), history), 422);
    const shaped = shape(ask.t, schema, ask.form, ["state", "owner", "evidence"]);
    if ("problems" in shaped) return refused(shaped.problems);
    const next = shaped.value;
    const refusal = standingRefusal(next, latest);
    if (refusal === "unchanged")
      return redirect(ask.view.href(commitmentUrls.desk), "settings.unchanged");
    if (refusal)
      return refused([
        { field: "evidence", sentence: ask.t(`settings:commitments.problem.${refusal}`) },
      ]);
    const by = requirePerson(ask).id;
    await noteStanding(ask.tx, { commitment: id, ...next, notedAt: ask.now, by });
    await journalled(ask, id, next, latest);
    await publish(ask.tx);
    return redirect(ask.view.href(commitmentUrls.desk), "settings.commitment_saved");
  }),
];

const idOf = (ask: Ask): CommitmentId =>
  commitmentIds.find((one) => one === ask.params["id"]) ?? notFound();

type Said = { state: string; owner: string; evidence: string };

/** The owner may be a person: their name stands on the personal side of the history. */
async function journalled(ask: Ask, id: CommitmentId, next: Said, before: Said | undefined) {
  const subject = { kind: "commitment", id };
  await record(ask.tx, {
    actor: { kind: "person", id: requirePerson(ask).id },
    at: ask.now,
    subject,
    action: "commitment.noted",
    change: {
      state: { old: before?.state ?? null, new: next.state },
      evidence: { old: before?.evidence ?? null, new: next.evidence },
    },
    personal: [{ about: subject, field: "owner", old: before?.owner ?? null, new: next.owner }],
  });
}
