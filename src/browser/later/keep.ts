// What is being written in a form stays in this browser for a week: a phone that sleeps or a network that falls loses nothing.
const week = 7 * 86_400_000;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Kept = { at: number; revision: string; values: (string | boolean)[] };

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-keep]")) keep(form);

function keep(form: HTMLFormElement): void {
  const name = `maillage${location.pathname}`;
  const revision = form.querySelector<HTMLInputElement>("[name=_revision]")?.value ?? "";
  const notice = form.querySelector<HTMLElement>("[data-kept]");
  const typed = [...form.elements].filter(
    (one): one is Field =>
      (one instanceof HTMLInputElement && one.type !== "hidden") ||
      one instanceof HTMLTextAreaElement ||
      one instanceof HTMLSelectElement,
  );
  const values = () => typed.map((one) => (isBox(one) ? one.checked : one.value));
  const write = (wanted: Kept["values"]) =>
    typed.forEach((one, at) => {
      const value = wanted[at];
      if (isBox(one)) one.checked = value === true;
      else one.value = String(value ?? "");
    });

  const before = values();
  const kept = read(name);
  // A page changed since, by this form or by somebody else, is not written over by an old text.
  const serves = kept && kept.revision === revision && Date.now() - kept.at < week;
  if (!serves || JSON.stringify(kept.values) === JSON.stringify(before))
    localStorage.removeItem(name);
  else {
    write(kept.values);
    if (notice) notice.hidden = false;
  }
  form.addEventListener("input", () =>
    localStorage.setItem(name, JSON.stringify({ at: Date.now(), revision, values: values() })),
  );
  notice?.querySelector("button")?.addEventListener("click", () => {
    write(before);
    localStorage.removeItem(name);
    notice.hidden = true;
    typed[0]?.focus();
  });
}

function isBox(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type);
}

function read(name: string): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null") as Kept | undefined;
  } catch {
    return undefined;
  }
}
