import { z } from "zod";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape } from "../../../platform/http/form.ts";
import { anyone } from "../../../platform/http/person.ts";
import { blankForm } from "../../../ui/index.ts";
import { emailTyped, limited, limits } from "../../people/index.ts";
import { schedulingUrls as urls } from "../urls.ts";
import { followableOf, type DatesOwner, type Followable } from "./followable.ts";
import { writeTo } from "./letters.ts";
import { askPage, donePage, linkPage, type Asking } from "./pages.tsx";
import {
  askToFollow,
  confirmFollower,
  followerOf,
  stopFollower,
  type Follower,
} from "./queries.ts";

const schema = z.object({ email: emailTyped });

/**
 * The form of a room, at one of its addresses: an address asks to be told, and confirms by the letter it receives. Who is
 * signed in with that address has proved it already.
 */
export const askingRoutes = (path: string, require: (ask: Ask) => Promise<Asking>): Route[] => [
  get(path, anyone, async (ask) => {
    const values = { email: ask.person?.email ?? "" };
    return page(askPage(ask.view, await require(ask), { ...blankForm, values }));
  }),
  post(path, anyone, async (ask) => {
    const about = await require(ask);
    const shaped = shape(ask.t, schema, ask.form, ["email"]);
    if ("problems" in shaped)
      return page(askPage(ask.view, about, formState(ask.form, shaped.problems)), 422);
    const { email } = shaped.value;
    const tooMany = await limited(
      ask,
      { kind: "follow_visitor", who: ask.ip, ...limits.visitor },
      { kind: "follow_address", who: email, ...limits.address },
    );
    if (tooMany) return tooMany;
    const one = await askToFollow(ask.tx, { seriesId: about.seriesId, email, lang: ask.lang }, ask.now); // prettier-ignore
    if (ask.person?.email === email) {
      await confirmFollower(ask.tx, one, ask.now);
      return redirect(ask.view.href(topOf(about)), "followers.followed");
    }
    // Said the same way whether the address follows already: that is nobody else's business.
    await writeTo(postOf(ask), [one], about, { kind: one.confirmed ? "already" : "confirm" });
    return redirect(ask.view.href(topOf(about)), "followers.asked");
  }),
];

const postOf = ({ house, tx, tenant, now }: Ask) => ({ house, tx, communeId: tenant.id, now });

/** The page of what is followed from its top, where it says what was just done. */
const topOf = ({ path }: Followable): string => path.replace(/#.*/, "");

type Held = { one: Follower; about: Followable; token: string };

/** What the links of letters lead to. */
export const followerRoutes = (owners: readonly DatesOwner[]): Route[] => {
  const held =
    (work: (ask: Ask, held: Held) => Promise<Answer> | Answer) =>
    async (ask: Ask): Promise<Answer> => {
      const token = ask.params["token"] ?? "";
      const one = await followerOf(ask.tx, token, ask.now);
      const about = one && (await followableOf(ask.tx, owners, one.seriesId));
      return one && about
        ? work(ask, { one, about, token })
        : page(donePage(ask.view, "over"), 404);
    };
  return [
    get(
      urls.followed(":token"),
      anyone,
      held((ask, { one, about, token }) =>
        page(linkPage(ask.view, { about, token, confirmed: one.confirmed })),
      ),
    ),
    // The one click of a mail program (RFC 8058) comes from elsewhere, and is not to be led to another page.
    post(
      urls.followed(":token"),
      anyone,
      held(async (ask, { one, about }) => {
        await stopFollower(ask.tx, one);
        return ask.form.has("List-Unsubscribe") || !about.shown
          ? page(donePage(ask.view, "stopped"))
          : redirect(ask.view.href(topOf(about)), "followers.stopped");
      }),
      { foreign: true },
    ),
    post(
      urls.followConfirming(":token"),
      anyone,
      held(async (ask, { one, about, token }) => {
        if (!about.shown) return notFound();
        await confirmFollower(ask.tx, one, ask.now);
        return redirect(ask.view.href(urls.followed(token)), "followers.followed");
      }),
    ),
  ];
};
