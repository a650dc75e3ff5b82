import {
  ActionForm,
  Actions,
  Breadcrumb,
  ButtonLink,
  deskPage,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { associationUrls, PaperLink, type Paper } from "../../associations/index.ts";
import { SignatureForm } from "../signing/parts.tsx";
import { urls } from "../urls.ts";
import { Agreed, Signatures, StandingTag, type SeenSignature } from "./parts.tsx";
import type { Convention } from "./queries.ts";

export type DeskOneSeen = {
  convention: Convention;
  signatures: readonly SeenSignature[];
  today: string;
  /** The convention signed on paper, among the papers of the association. */
  paper: Paper | undefined;
  form: FormState;
};

/** One convention at the desk: what is agreed, who signed, countersigning it, taking it back. */
export function deskOnePage(view: View, seen: DeskOneSeen): string {
  const { t, href } = view;
  const { convention, signatures, paper, form } = seen;
  const { id, associationId, associationName, withdrawnAt } = convention;
  const next = signatures.some(({ side }) => side === "association") ? "commune" : "association";
  const title = t("conventiondesk:of", { name: associationName });
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("lending:title"), path: urls.desk },
          { words: t("conventiondesk:title"), path: urls.deskConventions },
        ]}
        here={associationName}
      />
      <h1>{title}</h1>
      <p class="row">
        <StandingTag view={view} convention={convention} today={seen.today} />
        <a href={href(associationUrls.one(associationId))}>{associationName}</a>
      </p>
      <Actions>
        <ButtonLink href={href(urls.deskConventionPdf(id))} kind="secondary" icon="print">
          {t("conventions:one.print")}
        </ButtonLink>
      </Actions>
      {paper && (
        <p>
          {t("conventiondesk:paper")} <PaperLink view={view} paper={paper} />
        </p>
      )}
      <Agreed view={view} convention={convention} />
      <Signatures
        view={view}
        convention={convention}
        signatures={signatures}
        waiting={(side) =>
          side === next && !withdrawnAt ? (
            <>
              <p>{t(`conventiondesk:sign.${side}`)}</p>
              <SignatureForm
                view={view}
                form={form}
                action={href(urls.deskConventionSigning(id))}
                agree={t(`conventiondesk:agree.${side}`)}
                side={side}
                paper
              />
            </>
          ) : (
            <p class="soft">{t("papers:slip.notYet")}</p>
          )
        }
      />
      {!withdrawnAt && (
        <ActionForm
          view={view}
          action={href(urls.withdrawConvention(id))}
          kind="quiet"
          icon="remove"
        >
          {t("conventiondesk:withdraw")}
        </ActionForm>
      )}
    </>,
  );
}
