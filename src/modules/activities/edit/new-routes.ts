import { z } from "zod";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { text } from "../../associations/index.ts";
import { addSeries, readPattern } from "../../scheduling/index.ts";
import { seasonPrepared, seasonYear } from "../../communes/index.ts";
import type { Kind } from "../codes.ts";
import { addActivity } from "../record/add.ts";
import { addSlot } from "../record/write.ts";
import { urls } from "../urls.ts";
import { age } from "./kinds.ts";
import { newPage } from "./new-page.tsx";
import { priced, pricing, titleSchema, whereFields } from "./parts.ts";
import { seasonDays } from "./proposed.ts";
import { byOf, doors, writing, type Programme } from "./programme.ts";
import { placeNames, placeTyped } from "./where.ts";

const schema = z
  .object({
    title: titleSchema,
    what: text(3000),
    ...whereFields,
    minAge: age,
    maxAge: age,
    ...pricing,
  })
  .transform(priced);
const fields = ["title", "what", "place", "street", "placeDetail", "minAge", "maxAge", "priceKind", "priceFrom"] as const; // prettier-ignore

const kindOf = (ask: Ask): Kind => (ask.query.get("genre") === "event" ? "event" : "regular");

/** What the form of a new activity proposes: the season's days for a regular one. */
function proposed(programme: Programme, kind: Kind) {
  return kind === "event"
    ? { rhythm: "once", priceKind: "unknown" }
    : {
        rhythm: "weekly",
        ...seasonDays(seasonPrepared(programme.today), programme.today),
        skip: ["school", "public"],
        priceKind: "unknown",
      };
}

async function answer(
  ask: Ask,
  programme: Programme,
  problems?: readonly Problem[],
): Promise<Answer> {
  const kind = kindOf(ask);
  const body = newPage(ask.view, {
    programme,
    kind,
    form: problems
      ? formState(ask.form, problems)
      : { values: proposed(programme, kind), errors: {} },
    places: await placeNames(ask.tx),
  });
  return page(body, problems ? 422 : 200);
}

async function add(ask: Ask, programme: Programme): Promise<Answer> {
  const kind = kindOf(ask);
  const shaped = shape(ask.t, schema, ask.form, fields);
  const read = readPattern(ask.t, ask.form, programme);
  const problems = [
    ...("problems" in shaped ? shaped.problems : []),
    ...("problems" in read ? read.problems : []),
  ];
  if ("problems" in shaped || "problems" in read) return answer(ask, programme, problems);
  const { place, street, ...said } = shaped.value;
  const { value: pattern } = read;
  const { hand } = programme;
  const { id } = await addActivity(
    ask.tx,
    {
      associationId: programme.id,
      kind,
      season: kind === "event" ? null : seasonYear(pattern.firstDay),
      fields: { ...said, placeId: await placeTyped(ask.tx, { place: place ?? "", street }) },
    },
    hand,
  );
  const seriesId = await addSeries(ask.tx, byOf(programme), pattern);
  await addSlot(ask.tx, id, { seriesId, placeId: null, placeDetail: null });
  return redirect(ask.view.href(urls.one(programme.base, id)), "programme.added");
}

export const newRoutes: Route[] = doors.flatMap(({ base, who, find }) => [
  get(urls.add(base), who, async (ask) => answer(ask, writing(await find(ask)))),
  post(urls.add(base), who, async (ask) => add(ask, writing(await find(ask)))),
]);
