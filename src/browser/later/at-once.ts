// A page whose only button is pressed for the person: without script, they press it.
document.querySelector<HTMLFormElement>("form[data-at-once]")?.requestSubmit();
