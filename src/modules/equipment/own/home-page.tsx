import {
  Actions,
  Alert,
  Breadcrumb,
  ButtonLink,
  EmptyState,
  French,
  page,
  RestScene,
  Table,
  type View,
} from "../../../ui/index.ts";
import type { LendingPlace } from "../lending-places/queries.ts";
import { ShownTag } from "../models/list-page.tsx";
import type { Stocked } from "../models/queries.ts";
import { ownUrls } from "../urls.ts";
import { OwnToday, type Today } from "./today.tsx";

/** What one association lends itself. */
export type OwnLending = {
  association: { id: string; name: string };
  models: readonly Stocked[];
  places: readonly LendingPlace[];
  /** Requests that wait for its answer. */
  asked: number;
};

/** What somebody's associations lend themselves, beside the commune. */
export function ownHomePage(view: View, lending: readonly OwnLending[], today: Today): string {
  const { t } = view;
  return page(
    view,
    { title: t("own:title"), section: "/espace", hidden: true },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("people:space.title"), path: "/espace" }]}
        here={t("own:title")}
      />
      <h1>{t("own:title")}</h1>
      <p class="lead">{t("own:lead")}</p>
      {lending.length === 0 && (
        <EmptyState scene={<RestScene />} title={t("own:notYou")}>
          <p>{t("own:notYouHow")}</p>
        </EmptyState>
      )}
      <OwnToday view={view} today={today} />
      {lending.map((one) => (
        <One view={view} lending={one} titled={lending.length > 1} />
      ))}
    </>,
  );
}

type Part = { view: View; lending: OwnLending };

function One({ view, lending, titled }: Part & { titled: boolean }) {
  const { t, href } = view;
  const { association, places, asked } = lending;
  const of = `?association=${association.id}`;
  return (
    <section class="flow">
      {titled && (
        <h2>
          <French view={view}>{association.name}</French>
        </h2>
      )}
      {asked > 0 && (
        <Alert view={view} kind="warning" title={t("own:asked", { count: asked })}>
          <ButtonLink href={href(ownUrls.asked)} icon="tasks">
            {t("own:answer")}
          </ButtonLink>
        </Alert>
      )}
      {places.length === 0 && (
        <Alert view={view} kind="info" title={t("own:noPlace")}>
          <p>{t("own:noPlaceHow")}</p>
        </Alert>
      )}
      <Actions>
        {places.length > 0 && (
          <ButtonLink href={href(ownUrls.addModel + of)} icon="add">
            {t("own:addModel")}
          </ButtonLink>
        )}
        <ButtonLink
          href={href(ownUrls.addPlace + of)}
          icon="place"
          kind={places.length ? "secondary" : "primary"}
        >
          {t("own:addPlace")}
        </ButtonLink>
        <ButtonLink href={href(ownUrls.asked)} icon="list" kind="secondary">
          {t("own:requests")}
        </ButtonLink>
      </Actions>
      <Models view={view} lending={lending} titled={titled} />
      <Places view={view} lending={lending} titled={titled} />
    </section>
  );
}

const Models = ({ view, lending, titled }: Part & { titled: boolean }) => (
  <section class="flow">
    {titled ? <h3>{view.t("own:models")}</h3> : <h2>{view.t("own:models")}</h2>}
    <Table
      view={view}
      caption={view.t("own:models")}
      captionHidden
      rows={lending.models}
      empty={<p class="soft">{view.t("own:noModel")}</p>}
      columns={[
        {
          label: view.t("own:model"),
          heading: true,
          cell: ({ id, name }) => (
            <a href={view.href(ownUrls.deskModel(id))}>
              <French view={view}>{name}</French>
            </a>
          ),
        },
        {
          label: view.t("own:ready"),
          numeric: true,
          cell: ({ ready, units }) => view.t("own:readyOf", { ready, units }),
        },
        {
          label: view.t("equipment:loan.stateIs"),
          cell: (model) =>
            model.withheldAt ? (
              view.t("own:withheld")
            ) : (
              <ShownTag view={view} state={model.state} />
            ),
        },
      ]}
    />
  </section>
);

const Places = ({ view, lending, titled }: Part & { titled: boolean }) =>
  lending.places.length === 0 ? null : (
    <section class="flow">
      {titled ? <h3>{view.t("own:places")}</h3> : <h2>{view.t("own:places")}</h2>}
      <ul>
        {lending.places.map(({ placeId, name }) => (
          <li>
            <a href={view.href(ownUrls.place(placeId))}>
              <French view={view}>{name}</French>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
