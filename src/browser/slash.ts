const choice = "barre-oblique";
const kept = (): string | null => {
  try {
    return localStorage.getItem(choice);
  } catch {
    return null;
  }
};

// One key goes to the search of the municipal side; who speaks to their computer may turn it off.
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || kept()) return;
  const at = event.target;
  if (at instanceof HTMLElement && at.closest("input, textarea, select, [contenteditable]")) return;
  const field = document.querySelector<HTMLInputElement>("[data-slash], main [type=search]");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

const turn = document.querySelector<HTMLButtonElement>("[data-slash-off]");
if (turn) {
  const words = [turn.textContent ?? "", turn.dataset["slashOff"] ?? ""];
  const say = () => (turn.textContent = words[kept() ? 1 : 0] ?? "");
  turn.addEventListener("click", () => {
    if (kept()) localStorage.removeItem(choice);
    else localStorage.setItem(choice, "non");
    say();
  });
  say();
}
