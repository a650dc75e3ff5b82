import { lookUpAddress, type LookedUp } from "../../platform/address-lookup.ts";
import type { House, Tenant } from "../../platform/http/ask.ts";
import type { Typed } from "../../platform/http/form.ts";
import { Button, RadioGroup, type FormState, type View } from "../../ui/index.ts";

/** What the form of an address offers: where to ask, and what the last question found. */
export type LookUp = { action: string; outcome?: LookedUp | "too_short" | undefined };

/** Asks for the address being typed, outside of any transaction. Nothing is asked for a commune that did not turn it on. */
export async function askAddress(
  typed: Typed,
  house: House,
  tenant: Tenant,
): Promise<LookUp["outcome"]> {
  if (!tenant.outside.addressLookup) return undefined;
  const words = ["street", "postcode", "town"].map((name) => typed.get(name).trim());
  const question = words.filter((word) => word !== "").join(" ");
  // The service refuses anything shorter.
  if (question.length < 3) return "too_short";
  return lookUpAddress(house.config.addressLookupUrl, question, tenant.insee);
}

/** The button that asks, and the addresses found: the one chosen is written when the place is saved. */
export function AddressLookUp(props: { view: View; form: FormState; lookUp: LookUp }) {
  const { view, form } = props;
  const { action, outcome } = props.lookUp;
  const { t } = view;
  return (
    <>
      <p>
        <Button kind="secondary" icon="search" action={action} waiting={t("places:lookUp.waiting")}>
          {t("places:lookUp.ask")}
        </Button>
      </p>
      {outcome && (
        <div tabIndex={-1} data-focus>
          <Outcome view={view} form={form} outcome={outcome} />
        </div>
      )}
    </>
  );
}

function Outcome(props: { view: View; form: FormState; outcome: NonNullable<LookUp["outcome"]> }) {
  const { view, form, outcome } = props;
  const { t } = view;
  if (outcome === "too_short") return <p>{t("places:lookUp.tooShort")}</p>;
  if ("failed" in outcome) return <p>{t(`places:lookUp.${outcome.failed}`)}</p>;
  if (outcome.found.length === 0) return <p>{t("places:lookUp.none")}</p>;
  return (
    <RadioGroup
      view={view}
      form={{ ...form, values: { ...form.values, address: form.values["address"] ?? "" } }}
      name="address"
      label={t("places:lookUp.found", { count: outcome.found.length })}
      hint={t("places:lookUp.foundHint")}
      options={[
        ...outcome.found.map((one) => ({
          value: JSON.stringify(one),
          label: `${one.street}, ${one.postcode} ${one.town}`,
        })),
        { value: "", label: t("places:lookUp.keep") },
      ]}
    />
  );
}
