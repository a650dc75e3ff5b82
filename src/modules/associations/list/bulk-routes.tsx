import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { publish } from "../../communes/index.ts";
import { blankForm } from "../../../ui/index.ts";
import { themes } from "../codes.ts";
import { situationsOf } from "../record/queries.ts";
import { bulkMakers } from "../rights.ts";
import { urls } from "../urls.ts";
import { bulkDonePage, bulkPage } from "./bulk-pages.tsx";
import { bulkById, makeBulk, undoBulk } from "./bulk-queries.ts";
import { isBulkAct, needsValue, type BulkAct } from "./bulk-rules.ts";
import { narrowedIds, referents } from "./queries.ts";
import { readListing, writeListing } from "./rules.ts";
import { answerList } from "./routes.tsx";

const uuids = (texts: readonly string[]): string[] =>
  texts.filter((text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text));

async function confirmation(ask: Ask, act: BulkAct, ids: readonly string[], problem?: Problem) {
  const listing = readListing(ask.query);
  const first = await situationsOf(ask.tx, ids.slice(0, 3));
  const body = bulkPage(ask.view, {
    act,
    ids,
    names: first.map((one) => one.record.name),
    referents: await referents(ask.tx),
    back: `${urls.list}?${writeListing({ ...listing, page: 1 })}`,
    form: problem ? formState(ask.form, [problem]) : blankForm,
  });
  return page(body, problem ? 422 : 200);
}

/** The value an act asks for, when it makes sense. */
async function valueOf(ask: Ask, act: BulkAct): Promise<string | undefined> {
  const typed = ask.form.get("value");
  if (act === "theme") return (themes as readonly string[]).includes(typed) ? typed : undefined;
  if (typed === "nobody") return "";
  return (await referents(ask.tx)).some(({ id }) => id === typed) ? typed : undefined;
}

/** A whole registry of 50,000 identifiers fits. */
const bulkLimit = 2_000_000;

export const bulkRoutes: Route[] = [
  get(urls.bulk, bulkMakers, async (ask) => {
    const act = ask.query.get("act") ?? "";
    if (!isBulkAct(act)) return answerList(ask, ask.t("registry:problem.act"));
    const all = ask.query.get("scope") === "toutes";
    const ids = all
      ? await narrowedIds(ask.tx, readListing(ask.query).filters)
      : uuids(ask.query.getAll("fiche"));
    return ids.length
      ? confirmation(ask, act, ids)
      : answerList(ask, ask.t("registry:problem.ticked"));
  }),

  {
    ...post(urls.bulk, bulkMakers, async (ask) => {
      const act = ask.form.get("act");
      const ids = uuids(ask.form.get("ids").split(" "));
      if (!isBulkAct(act) || !ids.length) return notFound();
      const value = needsValue(act) ? await valueOf(ask, act) : "";
      if (value === undefined)
        return confirmation(ask, act, ids, {
          field: "value",
          sentence: ask.t("registry:problem.choice"),
        });
      const by = requirePerson(ask).id;
      const { bulkId } = await makeBulk(
        ask.tx,
        { ids, act, value, today: dayOf(ask.now), by },
        { source: "hand", at: ask.now, actor: { kind: "person", id: by } },
      );
      await publish(ask.tx);
      return redirect(ask.view.href(urls.bulkDone(bulkId)));
    }),
    limit: bulkLimit,
  },

  get(urls.bulkDone(":id"), bulkMakers, async (ask) => {
    const [id = ""] = uuids([ask.params["id"] ?? ""]);
    const bulk = id ? await bulkById(ask.tx, id) : undefined;
    if (!bulk) return notFound();
    return page(
      bulkDonePage(ask.view, {
        id,
        act: bulk.act as BulkAct,
        changed: bulk.entry_ids.length,
        undoneAt: bulk.undone_at,
        kept: bulk.kept_count,
      }),
    );
  }),

  post(urls.bulkUndo(":id"), bulkMakers, async (ask) => {
    const [id = ""] = uuids([ask.params["id"] ?? ""]);
    if (!id || !(await bulkById(ask.tx, id))) return notFound();
    const by = requirePerson(ask).id;
    const origin = { source: "hand", at: ask.now, actor: { kind: "person", id: by } } as const;
    await undoBulk(ask.tx, id, by, origin);
    await publish(ask.tx);
    return redirect(ask.view.href(urls.bulkDone(id)), "registry.bulk_undone");
  }),
];
