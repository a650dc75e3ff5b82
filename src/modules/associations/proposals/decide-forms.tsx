import { spoken } from "../../../ui/phone.ts";
import {
  ActionForm,
  Actions,
  besideQueue,
  Button,
  ButtonLink,
  Form,
  Table,
  TextArea,
  type View,
} from "../../../ui/index.ts";
import { Matches } from "../edit/new-page.tsx";
import { urls } from "../urls.ts";
import type { ProposalSeen } from "./decide-page.tsx";
import type { Proposal } from "./queries.ts";
import { sectionOfTopic, type Correctable, type Topic } from "./rules.ts";

/** What the page says beside what it would say, and the button that writes it. */
export function Compare(
  props: ProposalSeen & { view: View; correction: NonNullable<ProposalSeen["correction"]> },
) {
  const { view, proposal, correction } = props;
  const { t, href } = view;
  const said = (field: Correctable, value: string | null | undefined) =>
    value ? (field === "phone" ? spoken(value) : value) : t("registry:history.nothing");
  return (
    <>
      <Table
        view={view}
        caption={t("day:report.compare")}
        rows={Object.keys(correction.proposed) as Correctable[]}
        columns={[
          {
            label: t("doubles:field"),
            heading: true,
            cell: (field) => t(`proposals:field.${field}`),
          },
          { label: t("day:report.now"), cell: (field) => said(field, correction.now[field]) },
          {
            label: t("day:report.proposed"),
            cell: (field) => <strong>{said(field, correction.proposed[field])}</strong>,
          },
        ]}
      />
      <p class="soft">{t("day:report.how")}</p>
      <ActionForm
        view={view}
        action={href(urls.acceptance(proposal.proposal_id))}
        icon="done"
        fields={{ _base: JSON.stringify(correction.now) }}
      >
        {t("day:report.accept")}
      </ActionForm>
      <p>
        <a href={href(besideQueue(view, correctionOf(proposal)))}>{t("day:report.otherwise")}</a>
      </p>
    </>
  );
}

/** What looks like it in the registry, and the button that adds it. */
export function Accept({ view, proposal, likely }: ProposalSeen & { view: View }) {
  const { t } = view;
  return (
    <>
      <h2>{t("registry:queue.matches")}</h2>
      {likely.length ? (
        <Matches view={view} likely={likely} />
      ) : (
        <p class="soft">{t("registry:queue.noMatch")}</p>
      )}
      <ActionForm view={view} action={view.href(urls.acceptance(proposal.proposal_id))} icon="add">
        {t("registry:queue.accept")}
      </ActionForm>
    </>
  );
}

/** The form that corrects what a topic speaks of, with the report beside it. */
function correctionOf(proposal: Proposal): string {
  const id = proposal.association_id ?? "";
  const section = sectionOfTopic[(proposal.topic ?? "other") as Topic];
  if (section === "lieux") return urls.venues(id);
  if (section === "contacts") return urls.one(id);
  return `${urls.section(id, section)}?signalement=${proposal.proposal_id}`;
}

/** A report in words: the form that corrects, then the button that thanks. */
export function Correct({ view, proposal }: { view: View; proposal: Proposal }) {
  const { t } = view;
  return (
    <>
      <p>{t("registry:queue.acceptErrorHow")}</p>
      <Actions>
        <ButtonLink href={view.href(besideQueue(view, correctionOf(proposal)))} icon="edit">
          {t("registry:queue.acceptError")}
        </ButtonLink>
        <ButtonLink
          kind="secondary"
          href={view.href(urls.one(proposal.association_id ?? ""))}
          icon="eye"
        >
          {t("registry:queue.listing")}
        </ButtonLink>
      </Actions>
      <ActionForm
        view={view}
        action={view.href(urls.acceptance(proposal.proposal_id))}
        kind="secondary"
        icon="done"
      >
        {t("registry:queue.corrected")}
      </ActionForm>
    </>
  );
}

/** The usual reason in one tap, or another in words. */
export function Refuse({ view, proposal, form }: ProposalSeen & { view: View }) {
  const { t } = view;
  const refusal = view.href(urls.refusal(proposal.proposal_id));
  return (
    <>
      {proposal.kind === "error" && (
        <ActionForm
          view={view}
          action={refusal}
          kind="secondary"
          icon="close"
          fields={{ answer: t("day:report.already") }}
        >
          {t("day:report.refuse")}
        </ActionForm>
      )}
      <details open={proposal.kind !== "error" || Object.keys(form.errors).length > 0}>
        <summary>{t("day:report.otherReason")}</summary>
        <Form view={view} form={form} action={refusal}>
          <TextArea
            view={view}
            form={form}
            name="answer"
            label={t("registry:queue.answer")}
            hint={t("registry:queue.answerHint")}
            rows={4}
            maxLength={2000}
          />
          <Button kind="secondary">{t("registry:queue.refuse")}</Button>
        </Form>
      </details>
    </>
  );
}
