import type { ComponentChildren } from "preact";
import { colon, frenchType } from "../../../platform/i18n/index.ts";
import {
  Breadcrumb,
  ButtonLink,
  EmptyState,
  French,
  MailAddress,
  page,
  Phone,
  PrintButton,
  ResultItem,
  Results,
  RestScene,
  ShareButton,
  dialled,
  type IconName,
  type View,
} from "../../../ui/index.ts";
import { carried, publicsOf, whereOf } from "../lines.tsx";
import { urls } from "../urls.ts";
import type { Chosen } from "./queries.ts";

/** The shortlist: it lives in its address, so that it can be kept, sent or printed without an account. */
export function selectionPage(view: View, chosen: readonly Chosen[], large: boolean): string {
  const { t, href, origin } = view;
  const slugs = chosen.map(({ slug }) => slug);
  const address = origin + href(urls.selection(slugs));
  return page(
    view,
    { title: t("directory:selection.title"), hidden: true, section: urls.list },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("directory:results.title"), path: urls.list }]}
        here={t("directory:selection.title")}
      />
      <h1>{t("directory:selection.title")}</h1>
      {chosen.length === 0 ? (
        <EmptyState scene={<RestScene />} title={t("directory:selection.empty")}>
          <p>{t("directory:selection.emptyWords")}</p>
          <ButtonLink href={href(urls.list)}>{t("directory:selection.find")}</ButtonLink>
        </EmptyState>
      ) : (
        <>
          <p class="lead not-paper">{t("directory:selection.how")}</p>
          <div class="row not-paper">
            <ShareButton view={view} url={address} />
            <PrintButton view={view} />
            <ButtonLink kind="secondary" icon="eye" href={href(urls.selection(slugs, !large))}>
              {t(large ? "directory:selection.smaller" : "directory:selection.larger")}
            </ButtonLink>
            <ButtonLink kind="secondary" icon="add" href={href(carried(urls.list, slugs))}>
              {t("directory:selection.add")}
            </ButtonLink>
          </div>
          <div class={large ? "larger large-print" : undefined}>
            <Results>
              {chosen.map((one, at) => (
                <ResultItem
                  title={<French view={view}>{one.name}</French>}
                  href={href(carried(urls.association(one.slug), slugs))}
                  summary={one.what && <French view={view}>{one.what}</French>}
                  facts={factsOf(view, one)}
                >
                  <Moves view={view} slugs={slugs} at={at} large={large} name={one.name} />
                </ResultItem>
              ))}
            </Results>
          </div>
          <p class="soft">
            {t("directory:selection.address")}{" "}
            <a href={address} dir="ltr">
              {address}
            </a>
          </p>
        </>
      )}
    </>,
  );
}

function factsOf(view: View, one: Chosen) {
  const facts: { icon: IconName; words: ComponentChildren }[] = [];
  const where = whereOf(view, one);
  if (where) facts.push({ icon: "place", words: where });
  if (one.when)
    facts.push({
      icon: "calendar",
      words: <French view={view}>{frenchType(one.when)}</French>,
    });
  if (one.publics.length) facts.push({ icon: "people", words: publicsOf(view, one.publics) });
  if (one.phone)
    facts.push({
      icon: "phone",
      words: (
        <a href={`tel:${dialled(one.phone)}`}>
          <Phone number={one.phone} />
        </a>
      ),
    });
  if (one.email)
    facts.push({
      icon: "mail",
      words: (
        <a href={`mailto:${one.email}`}>
          <MailAddress address={one.email} />
        </a>
      ),
    });
  return facts;
}

/** Up, down, out: links to the same shortlist otherwise arranged. */
function Moves(props: {
  view: View;
  slugs: readonly string[];
  at: number;
  large: boolean;
  name: string;
}) {
  const { view, slugs, at, large, name } = props;
  const { t, href, lang } = view;
  const swapped = (other: number) =>
    href(urls.selection(slugs.with(at, slugs[other] ?? "").with(other, slugs[at] ?? ""), large));
  return (
    <p class="row not-paper">
      {at > 0 && (
        <ButtonLink kind="quiet" icon="up" href={swapped(at - 1)}>
          {t("directory:selection.up")}
          <span class="sr">
            {colon(lang)}
            <French view={view}>{name}</French>
          </span>
        </ButtonLink>
      )}
      {at < slugs.length - 1 && (
        <ButtonLink kind="quiet" icon="down" href={swapped(at + 1)}>
          {t("directory:selection.down")}
          <span class="sr">
            {colon(lang)}
            <French view={view}>{name}</French>
          </span>
        </ButtonLink>
      )}
      <ButtonLink
        kind="quiet"
        icon="remove"
        href={href(urls.selection(slugs.toSpliced(at, 1), large))}
      >
        {t("directory:selection.remove")}
        <span class="sr">
          {colon(lang)}
          <French view={view}>{name}</French>
        </span>
      </ButtonLink>
    </p>
  );
}
