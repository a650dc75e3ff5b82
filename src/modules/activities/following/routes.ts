import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { post, postPrepared, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState } from "../../../platform/http/form.ts";
import type { Outside, OutsideRefusal } from "../../../platform/outside.ts";
import { addJob } from "../../../platform/jobs.ts";
import { underLimit } from "../../../platform/rate-limit.ts";
import { blankForm } from "../../../ui/index.ts";
import { publish } from "../../communes/index.ts";
import { isUuid } from "../../people/index.ts";
import { bringPage } from "../calendar-intake/page.tsx";
import { knownEvents } from "../calendar-intake/queries.ts";
import { keepRead, type ReadRefusal } from "../calendar-intake/routes.ts";
import { doors, writing, type Programme } from "../edit/programme.ts";
import { urls } from "../urls.ts";
import { addressField } from "./part.tsx";
import { followedOf, setPaused, stopFollowing, type Followed } from "./queries.ts";
import { readAt, refreshTask } from "./refresh.ts";

type Refusal = OutsideRefusal | ReadRefusal | "off" | "often";
type Sent = Outside | { refused: "off" | "often" | "missing" };

/** Addresses one commune may have read at once by its people, in an hour. */
const most = 60;

async function bring(ask: Ask, programme: Programme, sent: Sent): Promise<Answer> {
  const refuse = async (refused: Refusal): Promise<Answer> => {
    const sentence = ask.t(`programme:follow.problem.${refused}`);
    const following = {
      followed: await followedOf(ask.tx, { associationId: programme.id }),
      allowed: ask.tenant.outside.calendars,
      form: formState(ask.form, [{ field: addressField, sentence }]),
    };
    return page(bringPage(ask.view, programme, blankForm, following), 422);
  };
  if ("refused" in sent) return refuse(sent.refused);
  if ("unchanged" in sent) return refuse("answer");
  return keepRead(ask, programme, sent.done.body.toString("utf8"), refuse, addressOf(ask));
}

const addressOf = ({ form }: Ask): string =>
  form.get(addressField).replace(/^webcals?:/i, "https:");

async function requireFollowed(ask: Ask, programme: Programme): Promise<Followed> {
  const id = ask.params["followed"] ?? "";
  const [one] = isUuid(id) ? await followedOf(ask.tx, { id }) : [];
  return one?.associationId === programme.id ? one : notFound();
}

const back = (ask: Ask, { base }: Programme, notice: string): Answer =>
  redirect(ask.view.href(`${urls.calendars(base)}#adresses`), `programme.${notice}`);

async function stop(ask: Ask, programme: Programme): Promise<Answer> {
  const one = await requireFollowed(ask, programme);
  const known = ask.form.has("remove") ? [...(await knownEvents(ask.tx, programme.id)).values()] : []; // prettier-ignore
  const going = known.filter(({ followedId, theirs }) => followedId === one.id && !theirs);
  await stopFollowing(ask.tx, one.id, going.map(({ activityId }) => activityId)); // prettier-ignore
  if (going.length) await publish(ask.tx);
  return back(ask, programme, going.length ? "followStoppedAll" : "followStopped");
}

/** Following the address of a calendar, in the space and at the desk. */
export const followingRoutes: Route[] = doors.flatMap(({ base, who, find }) => [
  postPrepared(
    urls.followed(base),
    who,
    20_000,
    async (form, house, tenant): Promise<Sent> => {
      const address = form.get(addressField);
      if (!tenant.outside.calendars) return { refused: "off" };
      if (!address) return { refused: "missing" };
      const now = house.clock.now();
      if (!(await underLimit(house.database, tenant.id, "calendar_address", most, 60, now)))
        return { refused: "often" };
      return readAt(house, address);
    },
    async (ask, sent) => bring(ask, writing(await find(ask)), sent),
  ),
  post(urls.followedNow(base, ":followed"), who, async (ask) => {
    const programme = writing(await find(ask));
    const { id } = await requireFollowed(ask, programme);
    await addJob(ask.tx, refreshTask, { followed: id }, { key: `${refreshTask}:${id}` });
    return back(ask, programme, "followNow");
  }),
  post(urls.followedPause(base, ":followed"), who, async (ask) => {
    const programme = writing(await find(ask));
    const { id } = await requireFollowed(ask, programme);
    const paused = ask.form.get("paused") === "on";
    await setPaused(ask.tx, id, paused);
    return back(ask, programme, paused ? "followPaused" : "followResumed");
  }),
  post(urls.followedStop(base, ":followed"), who, async (ask) =>
    stop(ask, writing(await find(ask))),
  ),
]);
