import { momentWords } from "../../../../ui/dates.ts";
import { ActionForm, Actions, Card, Facts, Tag, type View } from "../../../../ui/index.ts";
import {
  associationUrls,
  fieldWords,
  provenanceWords,
  valueWords,
  type AssociationFacts,
  type Field,
} from "../../../associations/index.ts";
import type { Proposal } from "../proposals.ts";
import { urls } from "../urls.ts";
import type { Line } from "./batch-page.tsx";

/** One proposal: what the record says, what the registry says, and the answers. */
export function ProposalCard(props: { view: View; line: Line; shown: string }) {
  const { view, line, shown } = props;
  const { t } = view;
  const { proposal, mark } = line;
  const { associationId: id } = proposal;
  return (
    <Card>
      <h3>
        {id ? <a href={view.href(associationUrls.one(id))}>{proposal.name}</a> : proposal.name}
      </h3>
      {proposal.kind === "new" ? (
        <Facts view={view} facts={newFacts(view, proposal.now as unknown as AssociationFacts)} />
      ) : (
        <Facts view={view} facts={changeFacts(view, proposal)} />
      )}
      {mark && (
        <p class="soft">{t("rna:one.from", { from: provenanceWords(view, mark, new Map()) })}</p>
      )}
      {proposal.state === "open" ? (
        <Answers view={view} line={line} shown={shown} />
      ) : (
        <Answered view={view} proposal={proposal} />
      )}
    </Card>
  );
}

function Answers({ view, line, shown }: { view: View; line: Line; shown: string }) {
  const { t } = view;
  const { id, batchId, name, kind } = line.proposal;
  const fields = { proposal: id, back: shown };
  const about = <span class="sr"> : {name}</span>;
  return (
    <Actions>
      <ActionForm
        view={view}
        action={view.href(urls.acceptance(batchId))}
        fields={fields}
        kind="secondary"
        icon="done"
      >
        {t(kind === "new" ? "rna:one.add" : line.locked ? "rna:one.replace" : "rna:one.accept")}
        {about}
      </ActionForm>
      <ActionForm
        view={view}
        action={view.href(urls.refusal(batchId))}
        fields={fields}
        kind="quiet"
        icon="close"
      >
        {t(kind === "new" ? "rna:one.ignore" : "rna:one.refuse")}
        {about}
      </ActionForm>
    </Actions>
  );
}

function Answered({ view, proposal }: { view: View; proposal: Proposal }) {
  const { t } = view;
  return (
    <>
      <p>
        <Tag tone={proposal.state === "accepted" ? "success" : "info"}>
          {t(`rna:answer.${proposal.state as "accepted" | "refused"}`)}
        </Tag>{" "}
        {proposal.decidedAt && momentWords(view.lang, proposal.decidedAt)}
      </p>
      <ActionForm
        view={view}
        action={view.href(urls.takingBack(proposal.batchId))}
        fields={{ proposal: proposal.id, back: "traitees" }}
        kind="quiet"
        icon="undo"
      >
        {t("rna:one.takeBack")}
        <span class="sr"> : {proposal.name}</span>
      </ActionForm>
    </>
  );
}

/** How a state was known says nothing to a reader who sees the state. */
const inner: ReadonlySet<string> = new Set(["stateSource"]);

const changeFacts = (view: View, { old, now }: Proposal) =>
  (Object.keys(now) as Field[])
    .filter((field) => !inner.has(field))
    .map((field) => ({
      term: fieldWords(view.t, field),
      value: (
        <>
          <del>
            <span class="sr">{view.t("rna:one.before")} </span>
            {valueWords(view, field, old[field], new Map())}
          </del>{" "}
          → <span class="sr">{view.t("rna:one.after")} </span>
          <ins>{valueWords(view, field, now[field], new Map())}</ins>
        </>
      ),
    }));

function newFacts(view: View, facts: AssociationFacts) {
  const words = (field: Field, value: unknown) => value && valueWords(view, field, value, new Map()); // prettier-ignore
  return [
    { term: fieldWords(view.t, "rna"), value: facts.rna },
    { term: fieldWords(view.t, "aims"), value: facts.aims?.slice(0, 400) },
    { term: fieldWords(view.t, "createdOn"), value: words("createdOn", facts.createdOn) },
    { term: fieldWords(view.t, "seatTown"), value: facts.seat?.town },
  ].map(({ term, value }) => ({ term, value: value ? String(value) : undefined }));
}
