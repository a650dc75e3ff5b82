import { longDay } from "../../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Alert,
  Breadcrumb,
  ButtonLink,
  EmptyState,
  French,
  page,
  RestScene,
  Table,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { borrowedTrail } from "../loans/parts.tsx";
import { SignatureForm } from "../signing/parts.tsx";
import { urls } from "../urls.ts";
import { Agreed, Signatures, StandingTag, type SeenSignature } from "./parts.tsx";
import type { Convention } from "./queries.ts";

export type SpaceSeen = {
  conventions: readonly Convention[];
  today: string;
  /** Associations that may ask for one, and until when it would stand. */
  lacking: readonly { id: string; name: string; until: string }[];
};

/** The conventions of someone's associations, and how to get one. */
export function spaceListPage(view: View, { conventions, today, lacking }: SpaceSeen): string {
  const { t, href, lang } = view;
  return page(
    view,
    { title: t("conventions:list.title"), section: "/espace", hidden: true },
    <>
      <Breadcrumb view={view} trail={borrowedTrail(view)} here={t("conventions:list.title")} />
      <h1>{t("conventions:list.title")}</h1>
      <p class="lead">{t("conventions:list.lead")}</p>
      {lacking.map(({ id, name, until }) => (
        <Alert view={view} kind="info" title={t("conventions:list.lacking", { name })}>
          <p>{t("conventions:list.lackingHow", { date: longDay(lang, until) })}</p>
          <ActionForm
            view={view}
            action={href(urls.conventions)}
            fields={{ association: id }}
            icon="edit"
          >
            {t("conventions:list.prepare", { name })}
          </ActionForm>
        </Alert>
      ))}
      <Table
        view={view}
        caption={t("conventions:list.title")}
        captionHidden
        rows={conventions}
        empty={
          // What is to be done is said above.
          lacking.length > 0 ? (
            <></>
          ) : (
            <EmptyState scene={<RestScene />} title={t("conventions:list.empty")} />
          )
        }
        columns={[
          {
            label: t("conventions:one.and"),
            heading: true,
            cell: (one) => (
              <a href={href(urls.convention(one.id))}>
                <French view={view}>{one.associationName}</French>
              </a>
            ),
          },
          { label: t("conventions:one.from"), cell: ({ fromDay }) => longDay(lang, fromDay) },
          { label: t("conventions:one.until"), cell: ({ untilDay }) => longDay(lang, untilDay) },
          {
            label: t("conventions:list.state"),
            cell: (one) => <StandingTag view={view} convention={one} today={today} />,
          },
        ]}
      />
    </>,
  );
}

export type OneSeen = {
  convention: Convention;
  signatures: readonly SeenSignature[];
  today: string;
  /** Whether this person signs for the association. */
  maySign: boolean;
  /** Where the paper is given back, when one prefers to sign by hand. */
  papers: string;
  form: FormState;
};

/** One convention: what is agreed, and signing it. */
export function spaceOnePage(view: View, seen: OneSeen): string {
  const { t, href } = view;
  const { convention, signatures, form, maySign } = seen;
  const title = t("conventions:one.title");
  return page(
    view,
    {
      title,
      main: "text",
      section: "/espace",
      hidden: true,
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[
          ...borrowedTrail(view),
          { words: t("conventions:list.title"), path: urls.conventions },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="row">
        <StandingTag view={view} convention={convention} today={seen.today} />
      </p>
      <Actions>
        <ButtonLink href={href(urls.conventionPdf(convention.id))} kind="secondary" icon="print">
          {t("conventions:one.print")}
        </ButtonLink>
      </Actions>
      <Agreed view={view} convention={convention} />
      <Signatures
        view={view}
        convention={convention}
        signatures={signatures}
        waiting={(side) => {
          if (convention.withdrawnAt) return <p class="soft">{t("papers:slip.notYet")}</p>;
          if (side === "commune") return <p class="soft">{t("conventions:one.communeLater")}</p>;
          if (!maySign) return <p class="soft">{t("conventions:one.ownersSign")}</p>;
          return (
            <>
              <SignatureForm
                view={view}
                form={form}
                action={href(urls.conventionSigning(convention.id))}
                agree={t("conventions:one.agree")}
                side="association"
              />
              <p>
                {t("conventions:one.onPaper")}{" "}
                <a href={href(seen.papers)}>{t("conventions:one.givePaper")}</a>
              </p>
            </>
          );
        }}
      />
    </>,
  );
}
