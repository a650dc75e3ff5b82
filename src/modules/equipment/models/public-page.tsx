import { associationUrls } from "../../associations/index.ts";
import { PhotoFigure } from "../../communes/index.ts";
import { euros } from "../../../ui/money.ts";
import {
  blankForm,
  Breadcrumb,
  Button,
  Facts,
  French,
  inFrench,
  page,
  PrintButton,
  ShareButton,
  Split,
  Tag,
  TextField,
  type View,
} from "../../../ui/index.ts";
import type { rulesOfModel } from "../rules/rules.ts";
import { catalogueCard, urls } from "../urls.ts";
import { WhereLent } from "./where-lent.tsx";
import type { LentAt } from "./lent-at.ts";
import type { Model } from "./queries.ts";

export type ModelSeen = {
  model: Model;
  rules: ReturnType<typeof rulesOfModel>;
  places: readonly LentAt[];
  today: string;
};

/** One model, for who may borrow it: what it is for, what comes with it, how it works, where it is lent and how. */
export function publicModelPage(view: View, { model, rules, places, today }: ModelSeen): string {
  const { t, href, origin } = view;
  return page(
    view,
    {
      title: model.name,
      description: model.purpose,
      canonical: urls.model(model.slug),
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("equipment:title"), path: urls.catalogue }]}
        here={model.name}
      />
      <h1>
        <French view={view}>{model.name}</French>
      </h1>
      <p class="row">
        <Tag>{t(`equipment:category.${model.category}`)}</Tag>
        <Lender view={view} model={model} />
      </p>
      <p class="lead" {...inFrench(view)}>
        {model.purpose}
      </p>
      <Split
        end
        side={
          <>
            {model.photo && <PhotoFigure view={view} photo={model.photo} />}
            <section class="flow not-paper" aria-label={t("catalogue:do")}>
              <ShareButton view={view} url={origin + href(urls.model(model.slug))} />
              <PrintButton view={view} />
            </section>
          </>
        }
      >
        {!model.onSiteOnly && <WhenFree view={view} model={model} />}
        <Holds view={view} model={model} />
        <Notice view={view} model={model} />
        <HowLent view={view} model={model} rules={rules} />
        <WhereLent view={view} places={places} today={today} />
      </Split>
    </>,
  );
}

type Part = { view: View; model: Model };

function Lender({ view, model }: Part) {
  const { t, href } = view;
  if (!model.owner) return <span class="soft">{t("catalogue:byCommune")}</span>;
  return (
    <a href={href(associationUrls.listing(model.owner.slug))}>
      {t("equipment:lentBy", { name: model.owner.name })}
    </a>
  );
}

/** Leads to the catalogue at these days, on this model. */
function WhenFree({ view, model }: Part) {
  const { t, href } = view;
  const of = { view, form: blankForm };
  return (
    <form
      class="flow card not-paper"
      method="get"
      action={`${href(urls.catalogue)}#${catalogueCard(model.slug)}`}
      aria-labelledby="quand"
    >
      <h2 id="quand">{t("catalogue:when")}</h2>
      <div class="row">
        <TextField {...of} name="du" type="date" short label={t("equipment:from")} />
        <TextField {...of} name="au" type="date" short label={t("equipment:until")} />
      </div>
      <Button icon="search">{t("catalogue:seeFree")}</Button>
      <p>
        <a href={href(urls.modelCalendar(model.slug))}>{t("freedays:see")}</a>
      </p>
    </form>
  );
}

function Holds({ view, model: { pieces } }: Part) {
  if (!pieces.length) return null;
  return (
    <section class="flow" aria-labelledby="avec">
      <h2 id="avec">{view.t("catalogue:holds")}</h2>
      <ul {...inFrench(view)}>
        {pieces.map(({ name, quantity }) => (
          <li>{quantity === 1 ? name : `${quantity} ${name}`}</li>
        ))}
      </ul>
    </section>
  );
}

function Notice({ view, model: { notice } }: Part) {
  if (!notice) return null;
  return (
    <section class="flow" aria-labelledby="mode-d-emploi">
      <h2 id="mode-d-emploi">{view.t("catalogue:notice")}</h2>
      {notice.split(/\n{2,}/).map((paragraph) => (
        <p {...inFrench(view)}>
          {paragraph.split("\n").map((line, nth) => (
            <>
              {nth > 0 && <br />}
              {line}
            </>
          ))}
        </p>
      ))}
    </section>
  );
}

function HowLent({ view, model, rules }: Part & { rules: ModelSeen["rules"] }) {
  const { t, lang } = view;
  return (
    <section class="flow" aria-labelledby="regles">
      <h2 id="regles">{t("catalogue:how")}</h2>
      {model.onSiteOnly && <p>{t("catalogue:onSite")}</p>}
      {model.ownerRules && <p {...inFrench(view)}>{model.ownerRules}</p>}
      <Facts
        view={view}
        facts={[
          {
            term: t("catalogue:decides"),
            value: model.owner
              ? t(
                  model.decision === "rules" ? "catalogue:ownerAccepts" : "catalogue:ownerDecides",
                  {
                    name: model.owner.name,
                  },
                )
              : t(`catalogue:decision.${rules.decision}`),
          },
          {
            term: t("catalogue:lead"),
            value: t("catalogue:openDays", { count: rules.leadOpenDays }),
          },
          {
            term: t("catalogue:longest"),
            value: t("catalogue:days", { count: rules.longestDays }),
          },
          {
            term: t("catalogue:value"),
            value: model.valueCents === null ? undefined : euros(lang, model.valueCents / 100),
          },
          {
            term: t("catalogue:data"),
            value: model.holdsData ? t("catalogue:cleaned") : undefined,
          },
        ]}
      />
    </section>
  );
}
