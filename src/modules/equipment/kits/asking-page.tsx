import {
  Alert,
  Breadcrumb,
  Button,
  ErrorSummary,
  French,
  HiddenField,
  page,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { associationUrls } from "../../associations/index.ts";
import type { Wish } from "../asking/address.ts";
import { DaysFields } from "../asking/days-fields.tsx";
import { daysTitle, type Lent } from "../asking/page.tsx";
import { kitUrls } from "../urls.ts";
import { KitThen } from "./part.tsx";
import type { Kit } from "./queries.ts";
import type { CountedLine } from "./standard-rules.ts";
import { KitLines } from "./standard-view.tsx";

export type KitAsked = {
  kit: Kit;
  association: { id: string; name: string };
  lines: readonly CountedLine[];
  /** What it lacks of it. */
  lacking: Kit["lines"];
  wish: Wish;
  form: FormState;
  /** What the commune lends over the days chosen, once they are. */
  lent: readonly Lent[] | undefined;
};

/** Asking for what an association lacks of a kit: its days; then, when it is not all free, what is. */
export function kitAskingPage(view: View, seen: KitAsked): string {
  const { t, href } = view;
  const { kit, association, lines, lacking, wish, form, lent } = seen;
  const title = t("catalogue:standard.asking", { name: kit.name });
  return page(
    view,
    { title, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[
          {
            words: t("tools:title"),
            path: associationUrls.spaceTools(association.id),
          },
        ]}
        here={kit.name}
      />
      <h1>{title}</h1>
      <p class="lead">
        <French view={view}>{association.name}</French>
      </p>
      <KitLines view={view} name={kit.name} lines={lines} />
      {lacking.length === 0 ? (
        <Alert view={view} kind="success" title={t("catalogue:standard.all.space")} />
      ) : (
        <>
          {wish.days && lent && (
            <section class="flow">
              <h2>{daysTitle(view, wish.days)}</h2>
              <KitThen
                view={view}
                kit={{ name: kit.name, lines: lacking }}
                lent={lent}
                wish={wish}
                associationId={association.id}
              />
            </section>
          )}
          <form class="flow" method="get" action={href(kitUrls.asking(kit.id))}>
            <ErrorSummary view={view} form={form} />
            <HiddenField name="association" value={association.id} />
            <DaysFields view={view} form={form} />
            <Button icon="next">{t("catalogue:standard.go")}</Button>
          </form>
        </>
      )}
    </>,
  );
}
