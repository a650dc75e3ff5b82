import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { longDay } from "../../../ui/dates.ts";
import { Actions, Button, ButtonLink, CheckboxGroup, Form, type View } from "../../../ui/index.ts";
import { personWords } from "../enrolling/described.ts";
import { record } from "../../journal/index.ts";
import type { DatedOpening } from "../opening/queries.ts";
import { registrationsOf, standing, type Registrant } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { rollPage } from "./frame.tsx";
import { naming, requireOpening, type Keeping } from "./keeping.ts";
import { notePresent, presenceDays, presentOn } from "./presences.ts";

type Seen = {
  keeping: Keeping;
  opening: DatedOpening;
  day: string;
  days: readonly string[];
  people: readonly Registrant[];
  present: readonly string[];
};

/** Who was there: boxes to tick, on a phone at the door. */
function presencePage(view: View, seen: Seen): string {
  const { t, href, lang } = view;
  const { keeping, opening, day, days, people, present } = seen;
  const at = [keeping.programme.base, keeping.activity.id, opening.id] as const;
  const title = t("roll:presence.title");
  const form = { values: { present: [...present] }, errors: {} };
  return rollPage(
    view,
    keeping,
    { title },
    <>
      <h1>{title}</h1>
      <p class="lead">{longDay(lang, day, true)}</p>
      {people.length === 0 ? (
        <p>{t("roll:list.nobody")}</p>
      ) : (
        <Form view={view} form={form} action={href(urls.presences(...at, day))}>
          <CheckboxGroup
            view={view}
            form={form}
            name="present"
            label={t("roll:presence.who")}
            optional="silent"
            options={people.map((who) => ({ value: who.id, label: personWords(t, who) }))}
          />
          <Actions>
            <Button icon="done">{t("roll:presence.do")}</Button>
            <ButtonLink kind="quiet" href={href(urls.one(...at))}>
              {t("roll:person.back")}
            </ButtonLink>
          </Actions>
        </Form>
      )}
      {days.length > 1 && (
        <details>
          <summary>{t("roll:presence.others")}</summary>
          <ul>
            {days
              .filter((other) => other !== day)
              .toReversed()
              .map((other) => (
                <li>
                  <a href={href(urls.presences(...at, other))}>{longDay(lang, other, true)}</a>
                </li>
              ))}
          </ul>
        </details>
      )}
    </>,
  );
}

async function seenOf(ask: Ask, keeping: Keeping): Promise<Seen> {
  const opening = await requireOpening(ask, keeping);
  const days = await presenceDays(ask, keeping, opening);
  const day = ask.params["day"] ?? "";
  if (!days.includes(day)) return notFound();
  const all = standing(await registrationsOf(ask.tx, { openingId: opening.id }));
  const people = all.filter(({ state }) => state === "taken").flatMap((one) => one.people);
  return { keeping, opening, day, days, people, present: await presentOn(ask.tx, opening.id, day) };
}

async function save(ask: Ask, keeping: Keeping): Promise<Answer> {
  const { opening, day, people } = await seenOf(ask, keeping);
  const all = people.map(({ id }) => id);
  const present = ask.form.all("present");
  await notePresent(ask.tx, day, { all, present }, ask.now);
  const { programme, activity, by } = keeping;
  await record(ask.tx, {
    ...by,
    subject: { kind: "activity", id: activity.id },
    action: "registration.presence",
    change: { day, present: all.filter((id) => present.includes(id)).length },
  });
  return redirect(ask.view.href(urls.one(programme.base, activity.id, opening.id)), "roll.presence"); // prettier-ignore
}

/** Noting who was there, for those who read names. */
export const presenceRoutes: Route[] = naming.flatMap(({ base, who, find }) => {
  const path = urls.presences(base, ":activity", ":opening", ":day");
  return [
    get(path, who, async (ask) => page(presencePage(ask.view, await seenOf(ask, await find(ask))))),
    post(path, who, async (ask) => save(ask, await find(ask))),
  ];
});
