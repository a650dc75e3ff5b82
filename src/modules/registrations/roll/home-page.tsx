import { ButtonLink, EmptyState, RestScene, Tag, type Tone, type View } from "../../../ui/index.ts";
import { stateWords, type Shown } from "../enrolling/part.tsx";
import type { Standing } from "../opening/rules.ts";
import { urls } from "../urls.ts";
import { rollPage } from "./frame.tsx";
import type { Keeping } from "./keeping.ts";

export const tones = {
  open: "success",
  soon: "info",
  closed: "warning",
  over: "info",
  cancelled: "warning",
} as const satisfies Record<Standing, Tone>;

/** What is open for an activity, and how full: in numbers, without a name. */
export function homePage(view: View, keeping: Keeping, shown: readonly Shown[]): string {
  const { t, href } = view;
  const { programme, activity } = keeping;
  const title = t("roll:title");
  const add = href(urls.add(programme.base, activity.id));
  return rollPage(
    view,
    keeping,
    { title },
    <>
      <h1>{title}</h1>
      <p class="soft">{activity.fields.title}</p>
      {activity.state === "draft" && <p>{t("roll:draft")}</p>}
      {shown.length === 0 ? (
        <EmptyState scene={<RestScene />} title={t("roll:none.title")}>
          <p>{t("roll:none.words")}</p>
          {keeping.sets && <ButtonLink href={add}>{t("roll:open.button")}</ButtonLink>}
        </EmptyState>
      ) : (
        <>
          {shown.map((one) => (
            <OpeningCard view={view} keeping={keeping} one={one} />
          ))}
          {keeping.sets && (
            <p>
              <ButtonLink kind="secondary" icon="add" href={add}>
                {t("roll:open.another")}
              </ButtonLink>
            </p>
          )}
        </>
      )}
    </>,
  );
}

function OpeningCard({ view, keeping, one }: { view: View; keeping: Keeping; one: Shown }) {
  const { t, href } = view;
  const { programme, activity, reads } = keeping;
  const name = openingName(view, one);
  return (
    <div class="card flow">
      <h2>
        <a href={href(urls.one(programme.base, activity.id, one.opening.id))}>{name}</a>
      </h2>
      <p class="row">
        <Tag tone={tones[one.standing]}>{t(`roll:standing.${one.standing}`)}</Tag>
        <span>{countWords(view, one)}</span>
      </p>
      {reads && (
        <p>
          <a href={href(urls.one(programme.base, activity.id, one.opening.id))}>
            {t("roll:see")}
            <span class="sr"> : {name}</span>
          </a>
        </p>
      )}
    </div>
  );
}

/** "Toute l’activité", or its date. */
export const openingName = ({ t }: View, { opening, when }: Shown): string =>
  opening.occurrenceId === null ? t("registrations:part.whole") : when.join(", ");

/** "8 personnes inscrites sur 12. Il reste 4 places." */
export function countWords(view: View, one: Shown): string {
  const { t } = view;
  const { counts, standing } = one;
  const taken =
    counts.capacity === null
      ? t("roll:count.taken", { count: counts.taken })
      : t("roll:count.of", { count: counts.taken, capacity: counts.capacity });
  return standing === "open" ? `${taken} ${stateWords(view, one)}.` : taken;
}
