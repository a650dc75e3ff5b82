import type { Translate } from "../../../platform/i18n/index.ts";
import { longDay } from "../../../ui/dates.ts";
import { Alert, ButtonLink, French, Tag, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Designation } from "./queries.ts";
import { designationKinds, type Criterion, type DesignationKind } from "./rules.ts";

/** "Association employeuse". */
export const kindName = (t: Translate, kind: DesignationKind): string =>
  t(`designation:kind.${kind}`);

/** "Association structurante : elle est seule à faire ce qu’elle fait". */
export const designationWords = (
  t: Translate,
  { kind, criterion }: { kind: DesignationKind; criterion: Criterion },
): string => t(`designation:choice.${kind}-${criterion}` as "designation:choice.employer-jobs");

/** A designation in a line of history. */
export function designationTold(view: View, key: string, old: unknown, now: unknown) {
  if (key !== "designation") return undefined;
  const { t, lang } = view;
  const words = (one: unknown) => {
    const said = one as Pick<Designation, "kind" | "criterion" | "since"> | null;
    return said && designationKinds.includes(said.kind)
      ? `${designationWords(t, said)}, ${longDay(lang, said.since)}`
      : t("registry:history.nothing");
  };
  return { field: t("designation:told"), old: words(old), now: words(now) };
}

/** On the page of an association at the town hall: what it is designated as, and the way to say so. */
export function DesignationFact(props: {
  view: View;
  id: string;
  designations: readonly Designation[];
  mayDesignate: boolean;
}) {
  const { view, designations } = props;
  const { t, href, lang } = view;
  return (
    <>
      {designations.length === 0 && t("designationdesk:none")}
      {designations.map((one) => (
        <p>
          <Tag icon="star">{kindName(t, one.kind)}</Tag>{" "}
          <span class="soft">
            {t("designationdesk:sinceBecause", {
              day: longDay(lang, one.since),
              why: t(`designation:criterion.${one.criterion}`),
            })}
          </span>
        </p>
      ))}
      <ButtonLink kind="quiet" href={href(urls.designation(props.id))}>
        {t(props.mayDesignate ? "designationdesk:door" : "designationdesk:see")}
      </ButtonLink>
    </>
  );
}

/** The same as the association reads it: what the town hall says of it, and what it means. */
export function Designated({ view, one }: { view: View; one: Designation }) {
  const { t } = view;
  return (
    <Alert view={view} kind="info" title={t(`designation:space.title.${one.kind}`)}>
      <p>
        {t("designation:space.why", {
          day: longDay(view.lang, one.since),
          why: t(`designation:criterion.${one.criterion}`),
        })}
      </p>
      {one.words && (
        <p class="prose">
          <French view={view}>{one.words}</French>
        </p>
      )}
      <p>{t("designation:space.means")}</p>
    </Alert>
  );
}
