import { sql } from "kysely";
import type { Tx } from "../db/database.ts";
import { Forbidden, type Answer } from "./answer.ts";
import type { Ask, Route } from "./ask.ts";
import { onwards, placeInQueue } from "./beside-queue.ts";
import { closed, type Reception } from "./reception.ts";
import { readForm, type Typed } from "./form.ts";
import { acceptedCodings } from "./reading.ts";
import { toResponse } from "./respond.ts";
import { comesFromHere } from "./security.ts";
import type { SiteParts } from "./parts.ts";

/** Answers POST: reads the form, does slow work, acts in one transaction, commits, then answers. */
export function writer(parts: SiteParts, reception: Reception) {
  const { house } = parts;
  return async (
    route: Route,
    request: Request,
    params: Ask["params"],
    ip: string,
  ): Promise<Response> => {
    const origin = reception.originOf(request);
    if (!route.foreign && !comesFromHere(request, origin)) throw new Forbidden("foreign form");
    const communeId = await reception.communeOf(request);
    const token = reception.tokenOf(request);
    // Slow work only for those who may enter.
    const asking =
      route.prepare &&
      (await house.database.read(communeId, async (tx) => {
        if (!route.who.allows(await reception.identify(tx, token))) throw new Forbidden();
        return parts.tenantOf(tx, communeId, house.clock.now());
      }));
    const form = await readForm(request, route.limit);
    try {
      const prepared = asking && (await route.prepare?.(form, house, asking, { request, origin }));
      const answer = await house.database.write(communeId, async (tx) => {
        const [known, tenant, person] = await Promise.all([
          earlierAnswer(tx, form),
          parts.tenantOf(tx, communeId, house.clock.now()),
          reception.identify(tx, token),
        ]);
        if (known) return known;
        const rest = { params, form, prepared, ip, count: () => undefined };
        const ask = reception.ask(tx, tenant, person, request, rest);
        if (!route.who.allows(person)) return closed(ask);
        await placeInQueue(parts, ask);
        const done = onwards(parts, ask, await route.handle(ask));
        await rememberAnswer(tx, form, done);
        return done;
      });
      return toResponse(
        answer.later ? await answer.later() : answer,
        house.config,
        acceptedCodings(request),
      );
    } finally {
      await form.dispose();
    }
  };
}

const formKeyShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The same form sent twice acts once: the second waits for the first and gets its answer. */
async function earlierAnswer(tx: Tx, form: Typed): Promise<Answer | undefined> {
  const key = form.get("_key");
  if (!formKeyShape.test(key)) return undefined;
  const [, row] = await Promise.all([
    sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx),
    tx.selectFrom("form_answer").select("location").where("form_key", "=", key).executeTakeFirst(),
  ]);
  return row && { status: 303, headers: { location: row.location }, body: undefined };
}

// An answer that opens or ends a session is its cookie as much as its address: such handlers bear being repeated themselves.
async function rememberAnswer(tx: Tx, form: Typed, answer: Answer): Promise<void> {
  if (answer.headers["set-cookie"]) return;
  const key = form.get("_key");
  const location = answer.headers["location"];
  if (answer.status !== 303 || !location || !formKeyShape.test(key)) return;
  await tx.insertInto("form_answer").values({ form_key: key, location }).execute();
}
