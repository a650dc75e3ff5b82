/** A form sent twice acts once anyway; this only saves the person a doubt. */
addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== "post") return;
  if (event.submitter?.hasAttribute("data-again")) return;
  if (form.dataset["sent"]) {
    event.preventDefault();
    return;
  }
  form.dataset["sent"] = "yes";
  for (const button of form.querySelectorAll<HTMLButtonElement>("button[type=submit]")) {
    button.setAttribute("aria-disabled", "true");
    const waiting = button.dataset["waiting"];
    if (waiting && button === event.submitter) button.textContent = waiting;
  }
});

// The page comes back from the browser's memory with its buttons asleep: wake them.
addEventListener("pageshow", (event) => {
  if (event.persisted && document.querySelector("form[data-sent]")) location.reload();
});

// The summary of errors is read first.
document.querySelector<HTMLElement>("[data-focus]")?.focus();

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-autosubmit]"))
  form.addEventListener("change", (event) => {
    if (event.target instanceof HTMLSelectElement) form.requestSubmit();
  });
